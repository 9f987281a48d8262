package io.claimgate.insurer;

import java.io.ByteArrayOutputStream;
import javax.xml.transform.Source;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;

/**
 * A compiled stylesheet, XSLT 3.0. It rearranges what it is given and reaches nothing else: no extension functions, no {@code doc()} or
 * {@code unparsed-text()}, no included modules, no result documents, no evaluation of strings, no environment.
 */
final class Stylesheet {

    private static final Processor PROCESSOR = processor();

    private final String name;
    private final XsltExecutable compiled;

    private Stylesheet(String name, XsltExecutable compiled) {
        this.name = name;
        this.compiled = compiled;
    }

    /** Something is wrong with a stylesheet or with what it was given. */
    static final class Unfit extends Exception {
        Unfit(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** @param name path of the file, for messages */
    static Stylesheet compile(String name, byte[] text) throws Unfit {
        StringBuilder faults = new StringBuilder();
        try {
            XsltCompiler compiler = PROCESSOR.newXsltCompiler();
            compiler.setErrorReporter(fault -> faults.append(" line ")
                    .append(fault.getLocation().getLineNumber())
                    .append(": ")
                    .append(fault.getMessage()));
            return new Stylesheet(name, compiler.compile(HardenedXml.source(text)));
        } catch (SaxonApiException e) {
            throw new Unfit(name + faults + (faults.isEmpty() ? ": " + e.getMessage() : ""), e);
        }
    }

    byte[] apply(Source input) throws Unfit {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Serializer serializer = PROCESSOR.newSerializer(bytes);
            Xslt30Transformer transformer = compiled.load30();
            transformer.setResultDocumentHandler(uri -> {
                throw new SaxonApiUncheckedException(
                        new SaxonApiException("a stylesheet may not write the result document " + uri));
            });
            transformer.setErrorReporter(fault -> {});
            transformer.setMessageHandler(message -> {});
            transformer.transform(input, serializer);
            return bytes.toByteArray();
        } catch (SaxonApiException | SaxonApiUncheckedException e) {
            throw new Unfit(name + ": " + e.getMessage(), e);
        }
    }

    private static Processor processor() {
        Processor processor = new Processor(false);
        Configuration configuration = processor.getUnderlyingConfiguration();
        configuration.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        configuration.setConfigurationProperty(Feature.DISABLE_XSL_EVALUATE, true);
        configuration.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        configuration.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
        configuration.setResourceResolver(request -> {
            throw new XPathException("a stylesheet may not open " + request.uri);
        });
        configuration.setUnparsedTextURIResolver((uri, encoding, config) -> {
            throw new XPathException("a stylesheet may not open " + uri);
        });
        configuration.setCollectionFinder((context, uri) -> {
            throw new XPathException("a stylesheet may not open " + uri);
        });
        return processor;
    }

    private static final class NoEnvironment implements net.sf.saxon.lib.EnvironmentVariableResolver {
        @Override
        public java.util.Set<String> getAvailableEnvironmentVariables() {
            return java.util.Set.of();
        }

        @Override
        public @org.jspecify.annotations.Nullable String getEnvironmentVariable(String variable) {
            return null;
        }
    }
}

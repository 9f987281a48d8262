package io.claimgate.insurer;

import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Runs an insurer's stylesheets over the examples beside them: {@code examples/<stylesheet>[-<case>].in.xml} must give
 * {@code ....out.xml}. Every stylesheet needs one.
 */
public final class GoldenExamples {

    private static final String IN = ".in.xml";

    private GoldenExamples() {}

    /**
     * What is wrong with the mappings of these insurers.
     *
     * @param paths all paths of the configuration
     */
    public static List<Problem> check(List<InsurerProfile> insurers, PartnerFiles files, Collection<String> paths) {
        List<Problem> problems = new ArrayList<>();
        for (InsurerProfile insurer : insurers) {
            String folder = insurer.folder();
            try {
                PartnerWords words = PartnerWords.compile(insurer, files);
                check(folder, PartnerWords.needed(insurer), words, files, paths, problems);
            } catch (PartnerFailure.Permanent e) {
                problems.add(new Problem(ProblemCode.OPS_002, folder, null, String.valueOf(e.getMessage())));
            }
        }
        return problems;
    }

    private static void check(
            String folder,
            List<String> stylesheets,
            PartnerWords words,
            PartnerFiles files,
            Collection<String> paths,
            List<Problem> problems) {
        String examples = folder + "examples/";
        for (String stylesheet : stylesheets) {
            List<String> inputs = paths.stream()
                    .filter(path -> path.startsWith(examples + stylesheet) && path.endsWith(IN))
                    .sorted()
                    .toList();
            if (inputs.isEmpty()) {
                problems.add(new Problem(
                        ProblemCode.OPS_003,
                        folder + stylesheet + ".xsl",
                        null,
                        "has no example; add " + examples + stylesheet + IN + " and its .out.xml"));
            }
            for (String input : inputs) {
                compare(stylesheet, words, files, input, problems);
            }
        }
    }

    private static void compare(
            String stylesheet, PartnerWords words, PartnerFiles files, String input, List<Problem> problems) {
        try {
            byte[] wanted = files.required(input.replace(IN, ".out.xml"));
            byte[] given = files.required(input);
            byte[] found = words.example(stylesheet, input, given);
            if (!same(wanted, found)) {
                problems.add(new Problem(
                        ProblemCode.OPS_002,
                        input,
                        new String(found, StandardCharsets.UTF_8),
                        "is what " + stylesheet + ".xsl gives, and not what the .out.xml says; correct one of them"));
            }
        } catch (SAXException | PartnerFailure.Permanent e) {
            problems.add(new Problem(ProblemCode.OPS_002, input, null, String.valueOf(e.getMessage())));
        }
    }

    /** Prefixes, attribute order and white space around elements say nothing. */
    private static boolean same(byte[] wanted, byte[] found) throws SAXException {
        Document first = HardenedXml.document(wanted);
        Document second = HardenedXml.document(found);
        return SameXml.same(first.getDocumentElement(), second.getDocumentElement());
    }
}

package io.claimgate.insurer.inbound;

import io.claimgate.insurer.inbound.NotServed.Kind;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;

/**
 * What a caller is told whose message is not served: nothing of what went wrong inside, and a reference under which we find it.
 *
 * @param reference in our log; a UUID
 */
record NeutralFault(Kind kind, String reference) {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    QName code() {
        return switch (kind) {
            case CLIENT -> new QName(SOAP, "Client", "soap");
            case SERVER -> new QName(SOAP, "Server", "soap");
            case SECURITY -> new QName(WSSE, "FailedAuthentication", "wsse");
        };
    }

    String text() {
        return switch (kind) {
            case CLIENT -> "The message is not accepted. Reference " + reference;
            case SERVER -> "The message cannot be taken now. Reference " + reference;
            case SECURITY -> "The caller is not let in. Reference " + reference;
        };
    }

    /** As a message of its own, for calls that never come to the SOAP stack. Nothing in it comes from the caller. */
    byte[] message() {
        return ("<soap:Envelope xmlns:soap=\"" + SOAP + "\"><soap:Body><soap:Fault>"
                        + "<faultcode xmlns:" + code().getPrefix() + "=\"" + code().getNamespaceURI() + "\">"
                        + code().getPrefix() + ":" + code().getLocalPart() + "</faultcode><faultstring>" + text()
                        + "</faultstring></soap:Fault></soap:Body></soap:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }
}

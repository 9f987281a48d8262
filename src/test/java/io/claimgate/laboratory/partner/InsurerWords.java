package io.claimgate.laboratory.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Answers in the words of the reference WSDL, written by hand. */
final class InsurerWords {

    private static final String NAMESPACE = "urn:claimgate:insurer-claims:1";

    private InsurerWords() {}

    static String receipt(JsonNode claim) {
        return body(
                "DeclareClaimResponse",
                element("claimKey", claim.path("claimKey").asText())
                        + element("claimNumber", claim.path("number").asText())
                        + element("receivedAt", claim.path("at").asText())
                        + element("duplicate", claim.path("duplicate").asText()));
    }

    static String changeReceipt(JsonNode change) {
        return body(
                change.path("operation").asText() + "Response",
                element("claimKey", change.path("claimKey").asText())
                        + element("change", change.path("change").asText())
                        + element("receipt", change.path("receipt").asText())
                        + element("receivedAt", change.path("at").asText())
                        + element("duplicate", change.path("duplicate").asText()));
    }

    static String documentReceipt(JsonNode document) {
        return body(
                "TransferDocumentResponse",
                element("claimKey", document.path("claimKey").asText())
                        + element("receipt", document.path("receipt").asText())
                        + element("sha256", document.path("sha256").asText())
                        + element("receivedAt", document.path("at").asText()));
    }

    static String notHeld(String key) {
        return body("GetClaimResponse", element("claimKey", key));
    }

    static String held(JsonNode claim, List<JsonNode> changes, List<JsonNode> documents) {
        JsonNode last = changes.isEmpty() ? claim : changes.get(changes.size() - 1);
        String amount = last.path("amount").asText().isEmpty()
                ? claim.path("amount").asText()
                : last.path("amount").asText();
        StringBuilder text = new StringBuilder()
                .append(element("claimNumber", claim.path("number").asText()))
                .append(element("receivedAt", claim.path("at").asText()))
                .append(element("amount", amount))
                .append(element("currency", claim.path("currency").asText()))
                .append("<lastChange>")
                .append(element(
                        "number", changes.isEmpty() ? "0" : last.path("change").asText()))
                .append(
                        changes.isEmpty()
                                ? ""
                                : element("receivedAt", last.path("at").asText()))
                .append("</lastChange>");
        documents.forEach(document -> text.append("<document>")
                .append(element("name", document.path("name").asText()))
                .append(element("kind", document.path("kind").asText()))
                .append(element("sha256", document.path("sha256").asText()))
                .append(element("receipt", document.path("receipt").asText()))
                .append(element("receivedAt", document.path("at").asText()))
                .append("</document>"));
        return body(
                "GetClaimResponse",
                element("claimKey", claim.path("claimKey").asText()) + "<claim>" + text + "</claim>");
    }

    static String results(List<JsonNode> results, int cursor) {
        StringBuilder text = new StringBuilder();
        results.forEach(result -> text.append("<result>")
                .append(element("messageId", result.path("messageId").asText()))
                .append(element("claimKey", result.path("claimKey").asText()))
                .append(result.has("status") ? status(result) : settlement(result))
                .append("</result>"));
        return body("ListResultsResponse", text + element("cursor", "c" + cursor));
    }

    private static String status(JsonNode result) {
        return "<status>" + element("status", result.path("status").asText())
                + element("at", result.path("at").asText())
                + (result.has("acceptedAmount")
                        ? element(
                                "acceptedAmount", result.path("acceptedAmount").asText())
                        : "")
                + "</status>";
    }

    private static String settlement(JsonNode result) {
        return "<settlement>"
                + element("settlementId", result.path("settlementId").asText())
                + element("kind", result.path("kind").asText())
                + element("amount", result.path("amount").asText())
                + element("currency", result.path("currency").asText())
                + element("valueDate", result.path("valueDate").asText())
                + element("reference", result.path("reference").asText())
                + "</settlement>";
    }

    /** @param code of its own; empty: a fault without a detail */
    static String fault(String code, String message) {
        String detail = code.isEmpty()
                ? ""
                : "<detail><RefusedMessage xmlns=\"" + NAMESPACE + "\">" + element("code", code)
                        + element("message", message) + "</RefusedMessage></detail>";
        return envelope("<soap:Fault><faultcode>soap:Server</faultcode>" + element("faultstring", message) + detail
                + "</soap:Fault>");
    }

    static String foreign() {
        return envelope("<order xmlns=\"urn:somebody-else\"><id>1</id></order>");
    }

    private static String body(String name, String content) {
        return envelope("<" + name + " xmlns=\"" + NAMESPACE + "\">" + content + "</" + name + ">");
    }

    private static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                + body + "</soap:Body></soap:Envelope>";
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + text.replace("&", "&amp;").replace("<", "&lt;") + "</" + name + ">";
    }
}

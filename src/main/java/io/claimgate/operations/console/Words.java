package io.claimgate.operations.console;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes as sentences. Templates know it as {@code @say}; what it does not know is left to {@link Format}. */
@Component("say")
class Words {

    private static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("claim.drafted", "Drafted from the receivables"),
            Map.entry("claim.awaiting-approval", "Waits for an approver"),
            Map.entry("claim.manual-requested", "Somebody says that it was filed by hand"),
            Map.entry("claim.sent-again", "Two persons sent it again, possible duplicate"),
            Map.entry("claim.approved", "Approved"),
            Map.entry("claim.held", "Held"),
            Map.entry("claim.released", "Hold ended"),
            Map.entry("claim.declaring", "On its way to the insurer"),
            Map.entry("claim.declared", "Declared: the insurer has it"),
            Map.entry("claim.rejected", "Rejected at the insurer's door"),
            Map.entry("claim.acknowledged", "The insurer took it up"),
            Map.entry("claim.decided", "The insurer decided"),
            Map.entry("claim.indemnified", "The insurer paid"),
            Map.entry("claim.recovering", "Money is coming back"),
            Map.entry("claim.remitted", "The insurer was paid its part"),
            Map.entry("claim.withdrawn", "Withdrawn"),
            Map.entry("claim.withdrawal-requested", "To be withdrawn"),
            Map.entry("claim.change-planned", "The insurer is to be told of a change"),
            Map.entry("claim.change-revised", "The change is another one"),
            Map.entry("claim.change-held", "A change waits for a person"),
            Map.entry("claim.change-released", "A change may go"),
            Map.entry("claim.change-sending", "A change is on its way to the insurer"),
            Map.entry("claim.change-dropped", "Nothing to tell any more"),
            Map.entry("claim.change-manual-requested", "Told by hand; a second person confirms"),
            Map.entry("claim.supplemented", "The insurer has the supplement"),
            Map.entry("claim.amended", "The insurer has the amendment"),
            Map.entry("claim.closed", "Closed"),
            Map.entry("claim.reopened", "Opened again"),
            Map.entry("claim.foreclosed", "Foreclosed: the window closed before it was declared"),
            Map.entry("dossier.opened", "The dossier lacks documents"),
            Map.entry("dossier.collected", "All documents are here"),
            Map.entry("dossier.sending", "Documents on their way to the insurer"),
            Map.entry("dossier.received", "The insurer confirmed documents"),
            Map.entry("dossier.completed", "The dossier is complete at the insurer"),
            Map.entry("exposure.cover-stopped", "Cover stopped"),
            Map.entry("exposure.cover-restored", "Covered again"),
            Map.entry("deadline.warned", "A date came near"),
            Map.entry("deadline.met", "A date was kept"),
            Map.entry("deadline.missed", "A date was missed"),
            Map.entry("settlement.received", "The insurer told of money"));

    private static final Map<String, String> CLOCKS = Map.of(
            "declaration", "when the insurer must have the claim",
            "cover-stop", "from when new deliveries are not covered",
            "documents", "when the insurer must have every document",
            "waiting", "when the insurer's waiting period ends",
            "indemnity", "when the insurer must pay",
            "remittance", "when the insurer must have its part of what came in",
            "reply", "when the insurer must have our answer");

    private static final Map<String, String> GUARDS = Map.of(
            "DAILY_CAP", "Daily cap",
            "ANOMALY", "A day like no other",
            "FIRST_LOAD", "First load",
            "CLOCK", "The clock has jumped");

    private static final Map<String, String> REQUESTS = Map.of(
            "DECLARED_MANUALLY", "Declared by hand",
            "SEND_AGAIN", "Send again, possible duplicate",
            "CORRECT_DUE_DATE", "Correct a frozen due date",
            "REOPEN_FORECLOSED", "Way back of a foreclosed receivable",
            "RELEASE_STOPPED", "Release what a guard stopped",
            "RELEASE_RESTORE", "Send again before all is reconciled");

    private static final Map<String, String> SENDINGS = Map.of(
            "NOT_SENT", "Not sent",
            "PENDING", "Waits to be sent",
            "SENDING", "On its way",
            "CARRIED", "Arrived, receipt awaited",
            "RECEIVED", "Confirmed by the insurer",
            "FAILED", "Failed, goes again",
            "REJECTED", "Rejected by the insurer",
            "OUTCOME_UNKNOWN", "Nobody knows whether it arrived");

    private final Format format;

    Words(Format format) {
        this.format = format;
    }

    public String event(String type) {
        return EVENTS.getOrDefault(type.replace("io.claimgate.", ""), format.event(type));
    }

    /** What a clock measures; empty for one that a policy named itself. */
    public String clock(String kind) {
        return CLOCKS.getOrDefault(kind, "");
    }

    /** What a guard looks at. */
    public String guard(String guard) {
        return GUARDS.getOrDefault(guard, format.words(guard));
    }

    /** What is asked for. */
    public String request(String kind) {
        return REQUESTS.getOrDefault(kind, format.words(kind));
    }

    /** The page of what an alert, a request or a case is about; empty where it has none. */
    public String page(String subject) {
        int slash = subject.indexOf('/');
        String sort = slash < 0 ? "" : subject.substring(0, slash);
        return switch (sort) {
            case "exposure", "claim", "file", "receivable" -> "/" + sort + "s" + subject.substring(slash);
            case "guard" -> "/guards";
            case "request" -> "/requests";
            default -> "";
        };
    }

    /** How far a document came. */
    public String sending(String state) {
        return SENDINGS.getOrDefault(state, format.words(state));
    }

    /** {@code account:anna} is anna, {@code erp:acme} is ERP acme. */
    public String origin(String origin) {
        return origin.startsWith("account:")
                ? origin.substring("account:".length())
                : origin.startsWith("erp:") ? "ERP " + origin.substring("erp:".length()) : "made from our own books";
    }

    /** Kinds in a row. */
    public String list(@Nullable List<String> codes) {
        return codes == null
                ? ""
                : String.join(", ", codes.stream().map(format::words).toList());
    }
}

package io.claimgate.deadline.reason;

import io.claimgate.policy.Anchor;
import io.claimgate.policy.DeadlineKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a deadline is when it is (deadlines.md 18).
 *
 * @param version of the policy
 * @param provisional a term of a composite is not known yet, and may change the date
 * @param rolled the next working day that the close moved to; null where it did not
 * @param safe null for clocks that the insurer keeps, and while the close is not known
 * @param lead business days that the safe date lies before the last one
 * @param calendars countries whose holidays count
 * @param opens null where the rule has no opening
 * @param target null where the rule has no target
 * @param acts when the machine declares; null for clocks that a declaration does not meet
 * @param governing how people call the receivable that decides, invoice number and instalment, {@code A/1}
 */
public record Reason(
        DeadlineKind kind,
        String policy,
        int version,
        Close close,
        boolean provisional,
        @Nullable LocalDate rolled,
        @Nullable LocalDate safe,
        int lead,
        List<String> calendars,
        @Nullable Derivation opens,
        @Nullable Derivation target,
        @Nullable LocalDate acts,
        String governing) {

    public Reason {
        calendars = List.copyOf(calendars);
    }

    /** The last day before any roll; null while it is not known. */
    public @Nullable LocalDate unrolled() {
        return close.how().day();
    }

    /** The anchors that the close lacks, each once. */
    public List<Anchor> lacking() {
        return close.how().lacking().distinct().toList();
    }

    /** The rule's name, {@code ACME-2026/declaration@1}. */
    public String rule() {
        return policy + "/" + kind + "@" + version;
    }
}

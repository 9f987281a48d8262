package io.claimgate.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an insurer's failures mean; the first rule that fits decides. What no rule names is UNKNOWN: it is asked about, never sent again
 * blindly.
 */
public record OutcomeTable(List<Rule> rules) {

    /** Classes of failures. */
    public enum OutcomeClass {
        /** It did not take the message and will not: a person's. */
        REFUSED,
        /** It took nothing, and may later: the same bytes again. */
        NOT_TAKEN,
        /** It may have taken it. */
        UNKNOWN,
        /** It says that it has it already: asked, to get the receipt. */
        DUPLICATE,
        /** It says, when asked, that it does not have it. */
        NOT_FOUND
    }

    /**
     * One line of the table; what is null fits everything.
     *
     * @param http an HTTP status, 503, or a hundred of them, 4xx
     * @param fault the code of a fault: the partner's own from the detail, else SOAP's (Client, Server, Sender, Receiver)
     */
    public record Rule(@Nullable String http, @Nullable String fault, OutcomeClass outcome) {

        boolean fits(Symptom symptom) {
            return httpFits(symptom.http()) && (fault == null || fault.equals(symptom.fault()));
        }

        private boolean httpFits(@Nullable Integer status) {
            if (http == null) {
                return true;
            }
            if (status == null) {
                return false;
            }
            return http.endsWith("xx") ? http.charAt(0) - '0' == status / 100 : http.equals(status.toString());
        }
    }

    /**
     * What came back instead of an answer.
     *
     * @param http null where nothing came back
     * @param fault null where it was no fault
     */
    public record Symptom(@Nullable Integer http, @Nullable String fault) {}

    public OutcomeTable {
        rules = List.copyOf(rules);
    }

    public OutcomeClass classify(Symptom symptom) {
        return rules.stream()
                .filter(rule -> rule.fits(symptom))
                .map(Rule::outcome)
                .findFirst()
                .orElse(OutcomeClass.UNKNOWN);
    }
}

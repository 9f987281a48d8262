package io.claimgate.operations.console;

import io.claimgate.deadline.words.Language;
import io.claimgate.operations.RequestLanguage;
import io.claimgate.operations.reading.Deadline;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What stands around an explanation, in its language. Templates know it as {@code @why}. */
@Component("why")
class Why {

    private static final Map<String, String> CLOCKS = Map.of(
            "declaration", "quand l'assureur doit avoir la déclaration",
            "cover-stop", "à partir de quand les nouvelles livraisons ne sont plus garanties",
            "documents", "quand l'assureur doit avoir toutes les pièces",
            "waiting", "quand le délai de carence de l'assureur prend fin",
            "indemnity", "quand l'assureur doit payer",
            "remittance", "quand l'assureur doit avoir sa part de ce qui est rentré",
            "reply", "quand l'assureur doit avoir notre réponse");

    private final Words words;

    Why(Words words) {
        this.words = words;
    }

    /** The line that opens the explanation. */
    public String summary(Deadline deadline) {
        if (french()) {
            return deadline.governedBy() == null
                    ? "Pourquoi cette date"
                    : "La facture " + deadline.governedBy() + " est déterminante : pourquoi cette date";
        }
        return deadline.governedBy() == null
                ? "Why this date"
                : "Invoice " + deadline.governedBy() + " decides: why this date";
    }

    public String rule() {
        return french() ? "Règle" : "Rule";
    }

    /** What the clock measures, as a sentence before the explanation; empty for one that a policy named itself. */
    public String meaning(String kind) {
        if (french()) {
            return CLOCKS.containsKey(kind) ? "Cette date dit " + CLOCKS.get(kind) + ". " : "";
        }
        String clock = words.clock(kind);
        return clock.isEmpty() ? "" : "It tells " + clock + ". ";
    }

    private static boolean french() {
        return RequestLanguage.current() == Language.FRENCH;
    }
}

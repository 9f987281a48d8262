package io.claimgate.policy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a clock is about; the known ones are constants, a policy may bring any other name.
 *
 * @param name lower case with hyphens, {@code cover-stop}
 */
public record DeadlineKind(String name) implements Comparable<DeadlineKind> {

    // Before the constants, whose construction needs it.
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public static final DeadlineKind COVER_STOP = new DeadlineKind("cover-stop");
    public static final DeadlineKind DECLARATION = new DeadlineKind("declaration");
    public static final DeadlineKind INSOLVENCY = new DeadlineKind("insolvency");
    public static final DeadlineKind ADVERSE_INFO = new DeadlineKind("adverse-info");
    public static final DeadlineKind LIMIT_NOTICE = new DeadlineKind("limit-notice");
    public static final DeadlineKind DOCUMENTS = new DeadlineKind("documents");
    public static final DeadlineKind WAITING = new DeadlineKind("waiting");
    public static final DeadlineKind INDEMNITY = new DeadlineKind("indemnity");
    public static final DeadlineKind REMITTANCE = new DeadlineKind("remittance");
    public static final DeadlineKind PROOF_OF_CLAIM = new DeadlineKind("proof-of-claim");
    public static final DeadlineKind REPLY = new DeadlineKind("reply");
    public static final DeadlineKind LIMITATION = new DeadlineKind("limitation");

    private static final Set<DeadlineKind> KEPT_BY_INSURER = Set.of(WAITING, INDEMNITY);
    private static final Set<DeadlineKind> MET_BY_DECLARING = Set.of(DECLARATION, INSOLVENCY, ADVERSE_INFO);

    /** @throws IllegalArgumentException if the name is not of that form or longer than 40 characters */
    public DeadlineKind {
        if (!FORM.matcher(name).matches() || name.length() > 40) {
            throw new IllegalArgumentException(
                    "deadline kind \"" + name + "\": write it in lower case with hyphens, at most 40 characters");
        }
    }

    /** Whether the insurer has to keep it: such a clock has no safe date and no warnings. */
    public boolean keptByInsurer() {
        return KEPT_BY_INSURER.contains(this);
    }

    /** Whether a declaration meets it, so that the machine acts for it. */
    public boolean metByDeclaring() {
        return MET_BY_DECLARING.contains(this);
    }

    /** How other rules name its close: {@code END_OF_COVER_STOP}. */
    public String endAnchor() {
        return "END_OF_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The name as a JSON property, {@code coverStop}. */
    public String camelCase() {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("-")) {
            camel.append(camel.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return camel.toString();
    }

    @Override
    public int compareTo(DeadlineKind other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}

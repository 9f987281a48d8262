package io.claimgate.catalogue;

import io.claimgate.policy.ChangeTerms;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeclareTerms;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads how changes of a declared claim are told: {@code changes}, all of it optional. */
final class ChangesReader {

    private final Section file;
    private final String currency;

    ChangesReader(Section file, String currency) {
        this.file = file;
        this.currency = currency;
    }

    /** @param mode where nothing is said, a change goes as the claim itself went */
    ChangeTerms changes(DeclareTerms.Mode mode) {
        ChangeTerms usual = ChangeTerms.usual(mode);
        Section changes = file.section("changes");
        if (changes == null) {
            return usual;
        }
        ChangeTerms.Tell tell = changes.word("tell", ChangeTerms.Tell.class);
        BigDecimal tolerance = changes.value("tolerance", text -> PolicyReader.amount(text, currency));
        Period every = changes.value("every", ChangesReader::positive);
        DeadlineKind before = changes.value("before", DeadlineKind::new);
        ChangeTerms.CoverBack coverBack = changes.word("coverBack", ChangeTerms.CoverBack.class);
        changes.noOther();
        if (tell == ChangeTerms.Tell.NEVER && coverBack == ChangeTerms.CoverBack.INSURERS_WORD) {
            changes.wrong("coverBack", "waits for a word that tell: never does not ask for; give paid");
        }
        return new ChangeTerms(
                Objects.requireNonNullElse(tell, usual.tell()),
                Objects.requireNonNullElse(tolerance, usual.tolerance()),
                Objects.requireNonNullElse(every, usual.every()),
                clock(changes, before),
                Objects.requireNonNullElse(coverBack, usual.coverBack()));
    }

    private @Nullable DeadlineKind clock(Section changes, @Nullable DeadlineKind before) {
        Section deadlines = file.section("deadlines");
        if (before != null && deadlines != null && !deadlines.has(before.name())) {
            changes.wrong("before", "is no deadline of this policy; name one of its deadlines");
        }
        return before;
    }

    private static Period positive(String text) {
        Period period = TermReader.period(text);
        if (period.isNegative()) {
            throw new IllegalArgumentException("a negative period; write it like P1D");
        }
        return period;
    }
}

package io.claimgate.recovery;

import io.claimgate.policy.DeadlineKind;
import io.claimgate.receivable.EventFacts;
import io.claimgate.receivable.EventKind;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposurePicture;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the loss occurred: given, else the insolvency, else the end of the waiting time (deadlines.md 5). */
public final class DateOfLoss {

    private DateOfLoss() {}

    /** Null: it is not known yet. */
    public static @Nullable LocalDate of(ExposureFacts facts, ExposurePicture picture) {
        return Stream.of(
                        first(facts, EventKind.DATE_OF_LOSS),
                        first(facts, EventKind.INSOLVENCY),
                        picture.deadline(DeadlineKind.WAITING)
                                .map(waiting -> waiting.closesOn())
                                .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate first(ExposureFacts facts, EventKind kind) {
        return facts.events().stream()
                .filter(event -> event.kind() == kind)
                .map(EventFacts::date)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}

package io.claimgate.flow;

import io.claimgate.claim.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes departures of what the books know. */
public final class Departed {

    private Departed() {}

    /** @param declared of a declaration */
    public static Departure.MessageSent of(
            String operation, Submission.Sending sending, Departure.@Nullable Declared declared) {
        return of(operation, sending, declared, List.of());
    }

    /** Of documents. */
    public static Departure.MessageSent of(String operation, Submission.Sending sending, List<Departure.Paper> papers) {
        return of(operation, sending, null, papers);
    }

    private static Departure.MessageSent of(
            String operation,
            Submission.Sending sending,
            Departure.@Nullable Declared declared,
            List<Departure.Paper> papers) {
        return new Departure.MessageSent(
                sending.attempt().id(),
                sending.calls(),
                operation,
                sending.attempt().claim().value(),
                sending.attempt().number(),
                sending.attempt().payload(),
                sending.sent().at(),
                sending.sent().systemAt(),
                declared,
                papers);
    }
}

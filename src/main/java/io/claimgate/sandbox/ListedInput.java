package io.claimgate.sandbox;

import java.util.List;
import java.util.function.BooleanSupplier;

/** Results on the simulated insurer's list that the gateway has not read yet; it is asked to read them now. */
final class ListedInput implements ClockMover.PendingInput {

    private final ResultsBook book;
    private final Behaviours behaviours;
    private final BooleanSupplier read;
    private List<String> asked = List.of();

    /** @param read has the gateway read lists now; false if it reads none */
    ListedInput(ResultsBook book, Behaviours behaviours, BooleanSupplier read) {
        this.book = book;
        this.behaviours = behaviours;
        this.read = read;
    }

    @Override
    public synchronized List<String> waiting() {
        List<String> waiting = book.waiting();
        boolean answers = behaviours.all().stream()
                .anyMatch(behaviour ->
                        behaviour.operation().equals("ListResults") && behaviour.mode() == Behaviour.Mode.NORMAL);
        if (waiting.isEmpty() || !answers) {
            return List.of();
        }
        if (!waiting.equals(asked)) {
            asked = waiting;
            if (!read.getAsBoolean()) {
                return List.of();
            }
        }
        return waiting;
    }
}

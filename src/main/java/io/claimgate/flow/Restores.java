package io.claimgate.flow;

import io.claimgate.claim.ClaimKey;
import java.time.Instant;
import java.util.Optional;

/** Whether the database was restored, and what insurers said of claims since. All but {@link #last} join the caller's transaction. */
public interface Restores {

    /** For what was never restored. */
    Restores NEVER = new Restores() {
        @Override
        public Optional<Restore> last() {
            return Optional.empty();
        }

        @Override
        public Question question(Restore restore, ClaimKey claim, String creditor) {
            throw new IllegalStateException("there was no restore");
        }

        @Override
        public void answered(Restore restore, ClaimKey claim, Question question) {
            throw new IllegalStateException("there was no restore");
        }

        @Override
        public void step(Restore restore, Restore.Phase to) {
            throw new IllegalStateException("there was no restore");
        }

        @Override
        public void rewind(String insurer, Instant systemAt) {
            throw new IllegalStateException("there was no restore");
        }

        @Override
        public void released(Restore restore, String by, String how) {
            throw new IllegalStateException("there was no restore");
        }
    };

    /**
     * What an insurer said of a claim since the restore.
     *
     * @param asked how often it was asked
     * @param denied how often it said that it has it not
     */
    record Question(State state, int asked, int denied, String detail) {

        public Question deniedOnce() {
            return new Question(State.OPEN, asked + 1, denied + 1, "not found so far");
        }

        public Question unanswered(String why) {
            return new Question(State.OPEN, asked + 1, denied, why);
        }

        public Question ended(State end, String why) {
            return new Question(end, asked, denied, why);
        }
    }

    /** Where one thing stands that has to be reconciled. */
    enum State {
        OPEN,
        /** Put back, or taken in again. */
        DONE,
        /** The insurer has it. */
        FOUND,
        /** It has it not. */
        NOT_FOUND,
        /** A person finds out. */
        UNCLEAR
    }

    /** The youngest one, whether it is over or not; empty where there was none. */
    Optional<Restore> last();

    /** The question of a claim; opens it. */
    Question question(Restore restore, ClaimKey claim, String creditor);

    void answered(Restore restore, ClaimKey claim, Question question);

    void step(Restore restore, Restore.Phase to);

    /** The insurer's list of results is read from its beginning next. */
    void rewind(String insurer, Instant systemAt);

    /** Outgoing goes on. */
    void released(Restore restore, String by, String how);
}

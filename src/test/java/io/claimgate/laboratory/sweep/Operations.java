package io.claimgate.laboratory.sweep;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Counts the operations of the process under test on its outside and lets the N-th go wrong. Nothing of a dead process has any effect. */
public final class Operations {

    /** What is counted. */
    public enum Kind {
        STATEMENT,
        COMMIT,
        INSURER,
        DOCUMENT,
        RESULTS,
        VAULT,
        ANSWER,
        OUT
    }

    /** The end of a process: no code of ours could handle it. */
    public static final class Died extends Error {
        private static final long serialVersionUID = 1L;

        Died(String where) {
            super(where);
        }
    }

    private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
    private Set<Kind> counted = Set.of();
    private Style style = Style.HALT_BEFORE;
    private int at = Integer.MAX_VALUE;
    private int operations;
    private boolean dead;
    private String happened = "";

    /** From now on the n-th operation of these kinds goes wrong. */
    public synchronized void goWrong(int n, Style how, Set<Kind> kinds) {
        at = n;
        style = how;
        counted = kinds;
        operations = 0;
        happened = "";
        seen.clear();
    }

    /** A successor begins; nothing goes wrong any more. */
    public synchronized void revive() {
        dead = false;
        at = Integer.MAX_VALUE;
    }

    /** What went wrong; empty if nothing did: then fewer operations were needed. */
    public synchronized String happened() {
        return happened;
    }

    /** Operations by kind since the last {@link #goWrong}. */
    public synchronized Map<Kind, Integer> seen() {
        return new EnumMap<>(seen);
    }

    public static boolean isDeath(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Died) {
                return true;
            }
        }
        return false;
    }

    /** @param failure as the outside would tell it */
    <T> T around(Kind kind, Callable<T> operation, Supplier<? extends Exception> failure) throws Exception {
        boolean now = counts(kind);
        if (!now) {
            return operation.call();
        }
        if (style.done()) {
            operation.call();
        }
        if (style.halts()) {
            dead = true;
            throw new Died(happened);
        }
        throw failure.get();
    }

    /** What is only possible while the process lives. */
    synchronized void alive() {
        if (dead) {
            throw new Died("dead since " + happened);
        }
    }

    private synchronized boolean counts(Kind kind) {
        alive();
        seen.merge(kind, 1, Integer::sum);
        if (counted.contains(kind) && ++operations == at) {
            happened = style + " " + kind + " " + at;
            return true;
        }
        return false;
    }
}

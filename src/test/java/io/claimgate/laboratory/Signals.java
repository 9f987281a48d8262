package io.claimgate.laboratory;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to processes that the laboratory itself started. */
public final class Signals {

    private Signals() {}

    /** @param name STOP, CONT, QUIT */
    public static void send(String name, long pid) {
        try {
            int result = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " gave " + result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

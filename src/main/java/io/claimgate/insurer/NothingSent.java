package io.claimgate.insurer;

/** A call that was given up before a connection was made. */
final class NothingSent extends Exception {
    NothingSent(String message) {
        super(message);
    }
}

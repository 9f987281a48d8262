package io.claimgate.sandbox;

/** An archive that the simulated insurer does not take. */
final class Unsound extends Exception {

    private final String code;

    Unsound(String code, String text) {
        super(text);
        this.code = code;
    }

    String code() {
        return code;
    }
}

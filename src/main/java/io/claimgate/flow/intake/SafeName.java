package io.claimgate.flow.intake;

/** The name under which a stranger's file is known: for people to read, never a path, and nothing in it that misleads the eye. */
final class SafeName {

    private static final int LONGEST = 255;
    private static final int LONGEST_ENDING = 20;
    private static final String NAMELESS = "unnamed";

    private SafeName() {}

    /** What stands behind the last slash, without control and direction characters, at most 255 characters with its ending kept. */
    static String of(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain =
                last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "").strip();
        if (plain.isEmpty() || plain.matches("\\.+")) {
            return NAMELESS;
        }
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int dot = plain.lastIndexOf('.');
        String ending = dot > 0 && plain.length() - dot <= LONGEST_ENDING ? plain.substring(dot) : "";
        int end = LONGEST - ending.length();
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}

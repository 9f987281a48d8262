package io.claimgate.feed;

/** What stands beside a dropped file and is taken with it. */
public enum Companion {
    NONE,
    /** {@code <name>.ready}, without which the file is not complete. */
    MARKER,
    /** {@code <name>.json}; the file's name says enough without it. */
    SIDE_FILE_OPTIONAL,
    /** {@code <name>.json}, without which nobody knows what the file is; it is waited for, but not for ever. */
    SIDE_FILE_NEEDED,
    /** The file is itself the side file of another and never taken alone. */
    ITSELF
}

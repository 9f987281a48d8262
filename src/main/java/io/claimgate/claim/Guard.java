package io.claimgate.claim;

/** What stops a claim that the machine would let go by itself, until a person has looked. */
public enum Guard {
    /** The policy's cap of a day is used up. */
    DAILY_CAP("the daily cap"),
    /** Far more became due on one day than this contract has ever seen. */
    ANOMALY("the look at unusual days"),
    /** Files of a source were read for the first time under this policy. */
    FIRST_LOAD("the first load"),
    /** Business time has jumped. */
    CLOCK("the look at the clock");

    private final String words;

    Guard(String words) {
        this.words = words;
    }

    /** Whether its case stays open while nothing waits, because what comes later waits as well. */
    public boolean goesOn() {
        return this == FIRST_LOAD || this == CLOCK;
    }

    /** As it stands in a sentence. */
    public String words() {
        return words;
    }
}

package io.claimgate.operations.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the deadline board groups what closes, the most pressing first. */
public enum Band {
    MISSED("missed", "Missed", "The close passed without what it was for"),
    UNKNOWN("unknown", "Date unknown", "A fact is missing: bring it in, the clock runs all the same"),
    CLOSING("closing", "Closing within 7 days", "What closes first first"),
    OPEN("open", "Window open", "May be done now"),
    UPCOMING("upcoming", "Upcoming", "Opens later");

    private static final int SOON = 7;

    private final String word;
    private final String title;
    private final String hint;

    Band(String word, String title, String hint) {
        this.word = word;
        this.title = title;
        this.hint = hint;
    }

    /** As it stands in an address. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    public String hint() {
        return hint;
    }

    /** The band of that word; null for none. */
    public static @Nullable Band of(@Nullable String word) {
        for (Band band : values()) {
            if (band.word.equals(word)) {
                return band;
            }
        }
        return null;
    }

    Where narrow(Where where, LocalDate today) {
        LocalDate soon = today.plusDays(SOON);
        return switch (this) {
            case MISSED -> where.and("status = 'MISSED'");
            case UNKNOWN -> where.and("status = 'UNKNOWN'").and("closes_on is null");
            case CLOSING -> where.in("status", Deadlines.RUNNING).and("closes_on <= ?", soon);
            case OPEN -> where.and("status in ('OPEN', 'WARNING')").and("closes_on > ?", soon);
            case UPCOMING -> where.and("status in ('UPCOMING', 'UNKNOWN')").and("closes_on > ?", soon);
        };
    }

    Order order() {
        return this == MISSED ? Deadlines.CLOSES_FIRST.backwards() : Deadlines.CLOSES_FIRST;
    }
}

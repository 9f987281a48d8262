package io.claimgate.deadline;

import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.EndOf;
import io.claimgate.policy.Overlay;
import io.claimgate.policy.Term;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a date: rule, anchor and its day, period, the composite's choice, roll, version, in plain words (deadlines.md 18). */
public final class Explanation {

    private static final int LONGEST_RULE = 300;
    private static final int LONGEST = 2000;

    private final TermClock clock;
    private final TermResolver resolver;
    private final DeadlineRule rule;
    private final Anchors anchors;

    Explanation(TermClock clock, TermResolver resolver, DeadlineRule rule, Anchors anchors) {
        this.clock = clock;
        this.resolver = resolver;
        this.rule = rule;
        this.anchors = anchors;
    }

    /** {@code ACME-2026/declaration@1: ORIGINAL_DUE_DATE + P4M}. */
    public String rule() {
        return shortened(ruleId() + ": " + resolver.closingTerm(rule, anchors).text(), LONGEST_RULE);
    }

    /**
     * All of it.
     *
     * @param governing how people call the receivable that governs, {@code A/1}; null where none does
     * @param acts when the machine acts; null where it does not
     */
    public String text(@Nullable String governing, @Nullable LocalDate acts) {
        Resolution closes = resolver.closes(rule.kind(), anchors);
        StringBuilder words = new StringBuilder();
        words.append("Rule ").append(ruleId()).append(": ").append(closing(closes));
        if (closes instanceof Resolution.Known known) {
            words.append(rolling(known.date())).append(safety(known.date()));
        }
        words.append(part("Opens", rule.opens())).append(part("Planned", rule.target()));
        words.append(acts == null ? "" : " The machine acts on " + day(acts) + ".");
        words.append(governing == null ? "" : " Governed by " + governing + ".");
        words.append(" Policy ").append(clock.policy().name()).append(", version ");
        words.append(clock.term().version()).append('.');
        return shortened(words.toString(), LONGEST);
    }

    private String ruleId() {
        return clock.policy().name() + "/" + rule.kind() + "@" + clock.term().version();
    }

    private String closing(Resolution closes) {
        long cutoff = resolver.cutoffDays(rule.kind(), anchors);
        String how = words(resolver.closingTerm(rule, anchors), cutoff)
                + source()
                + (cutoff == 0 ? "" : ", with " + cutoff + " days of the month-end cutoff");
        if (closes instanceof Resolution.Known known) {
            return "closes " + day(known.date()) + " = " + how
                    + (known.provisional() ? ", provisional: a term is not known yet." : ".");
        }
        return "close not known = " + how + ".";
    }

    private String source() {
        Overlay overlay = resolver.overlay(rule.kind(), anchors);
        if (overlay != null) {
            return " by overlay " + overlay.id() + " (" + overlay.source() + ", " + overlay.dated() + ")";
        }
        return anchors.consented() && clock.policy().consent().containsKey(rule.kind())
                ? " as the insurer consented"
                : "";
    }

    private String rolling(LocalDate unrolled) {
        LocalDate rolled = clock.rolled(rule, unrolled);
        return rolled.equals(unrolled)
                ? ""
                : " Rolls to " + day(rolled) + ", the next working day (" + countries() + ").";
    }

    private String safety(LocalDate unrolled) {
        LocalDate safe = clock.safeOn(rule, unrolled);
        if (safe == null) {
            return " The insurer keeps this clock.";
        }
        String lead = rule.leadBusinessDays() == 0 ? "" : ", " + rule.leadBusinessDays() + " business days back";
        return " Safe date " + day(safe) + ": the last business day on or before it (" + countries() + ")" + lead + ".";
    }

    private String part(String what, @Nullable Term term) {
        if (term == null) {
            return "";
        }
        LocalDate date = resolver.resolve(term, rule.kind(), anchors, 0).dateOrNull();
        return " " + what + " " + (date == null ? "not known" : day(date)) + " = " + words(term, 0) + ".";
    }

    private String words(Term term, long cutoff) {
        if (term instanceof Term.At at) {
            LocalDate anchored =
                    resolver.anchor(at.anchor(), rule.kind(), anchors).dateOrNull();
            String from = at.anchor() instanceof EndOf end
                    ? "the end of " + end.kind()
                    : at.anchor().text();
            return from + " " + (anchored == null ? "(not known)" : anchored) + " + " + at.period();
        }
        return term instanceof Term.EarliestOf earliest
                ? choice("the earliest of ", earliest.terms(), cutoff)
                : choice("the latest of ", ((Term.LatestOf) term).terms(), cutoff);
    }

    private String choice(String which, List<Term> terms, long cutoff) {
        return terms.stream()
                .map(term -> words(term, cutoff) + result(term, cutoff))
                .collect(Collectors.joining("; ", which + "[", "]"));
    }

    private String result(Term term, long cutoff) {
        LocalDate date = resolver.resolve(term, rule.kind(), anchors, cutoff).dateOrNull();
        return date == null ? "" : " = " + date;
    }

    private String countries() {
        return String.join(", ", clock.countries(rule));
    }

    private static String day(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + date;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}

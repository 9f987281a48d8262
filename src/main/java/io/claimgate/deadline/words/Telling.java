package io.claimgate.deadline.words;

import io.claimgate.deadline.reason.Close;
import io.claimgate.deadline.reason.Derivation;
import io.claimgate.deadline.reason.Reason;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** The order in which a reason is told, the same in every language: first what binds, then what is advised, then where it comes from. */
final class Telling {

    private static final String ONLY = "/1";

    private final Wording say;

    Telling(Wording say) {
        this.say = say;
    }

    String of(Reason reason) {
        List<String> sentences = new ArrayList<>(closing(reason));
        if (reason.opens() != null) {
            sentences.add(say.opens(reason.opens().day(), how(reason.opens())));
        }
        if (reason.target() != null) {
            sentences.add(say.target(reason.target().day(), how(reason.target())));
        }
        if (reason.acts() != null) {
            sentences.add(say.acts(reason.acts()));
        }
        sentences.add(governing(reason.governing(), reason.unrolled() != null));
        sentences.add(say.origin(reason.rule(), reason.policy(), reason.version()));
        return String.join(" ", sentences);
    }

    private List<String> closing(Reason reason) {
        LocalDate unrolled = reason.unrolled();
        String how = how(reason.close());
        if (unrolled == null) {
            return List.of(say.unknown(reason.kind(), reason.lacking(), how));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                reason.rolled() == null
                        ? say.closes(reason.kind(), unrolled, how)
                        : say.rolls(reason.kind(), reason.rolled(), unrolled, how, reason.calendars()));
        if (reason.provisional()) {
            sentences.add(say.provisional(reason.lacking()));
        }
        sentences.add(
                reason.safe() == null
                        ? say.insurers()
                        : say.safe(reason.safe(), unrolled, reason.lead(), reason.calendars()));
        return sentences;
    }

    private String how(Close close) {
        return how(close.how()) + (close.ground() == null ? "" : say.ground(close.ground()));
    }

    private String how(Derivation derivation) {
        return derivation instanceof Derivation.Choice choice
                ? say.choice(
                        choice.earliest(),
                        choice.terms().stream().map(this::withDay).toList())
                : step((Derivation.Step) derivation);
    }

    private String withDay(Derivation term) {
        LocalDate day = term.day();
        return how(term) + (day == null ? "" : " = " + say.day(day));
    }

    private String step(Derivation.Step step) {
        return say.anchor(step.anchor(), step.from())
                + (step.because() == null ? "" : " (" + how(step.because()) + ")")
                + added(step.period())
                + (step.cutoff() == 0 ? "" : " + " + say.cutoff(step.cutoff()));
    }

    private String added(Period period) {
        if (period.isZero()) {
            return "";
        }
        return period.isNegative()
                ? " - " + say.period(-period.getYears(), -period.getMonths(), -period.getDays())
                : " + " + say.period(period.getYears(), period.getMonths(), period.getDays());
    }

    private String governing(String label, boolean first) {
        int slash = label.lastIndexOf('/');
        String instalment = label.endsWith(ONLY) ? null : label.substring(slash + 1);
        return slash < 0
                ? say.governing(label, null, first)
                : say.governing(label.substring(0, slash), instalment, first);
    }
}

package io.claimgate.catalogue;

import io.claimgate.calendar.DayRange;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.MonthEndCutoff;
import io.claimgate.policy.Overlay;
import io.claimgate.policy.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what moves a policy's rules: {@code monthEndCutoff}, {@code consent}, {@code overlays}. */
final class OverlayReader {

    private final Section file;

    OverlayReader(Section file) {
        this.file = file;
    }

    @Nullable
    MonthEndCutoff monthEndCutoff() {
        Section cutoff = file.section("monthEndCutoff");
        if (cutoff == null) {
            return null;
        }
        Integer day = cutoff.requiredValue("day", OverlayReader::dayOfMonth);
        Integer substitute = cutoff.requiredValue("substituteDay", OverlayReader::dayOfMonth);
        cutoff.noOther();
        return day == null || substitute == null ? null : new MonthEndCutoff(day, substitute);
    }

    Map<DeadlineKind, Term> consent() {
        Map<DeadlineKind, Term> moves = new HashMap<>();
        Section consent = file.section("consent");
        if (consent != null) {
            for (String key : consent.keys()) {
                DeadlineKind kind = RuleReader.kind(consent, key);
                Term term = TermReader.read(consent, key);
                if (kind != null && term != null) {
                    moves.put(kind, term);
                }
            }
        }
        return moves;
    }

    List<Overlay> overlays() {
        return file.sections("overlays").stream()
                .map(OverlayReader::overlay)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Overlay overlay(Section section) {
        String id = section.requiredText("id");
        String source = section.requiredText("source");
        LocalDate dated = section.requiredValue("dated", PolicyReader::day);
        DeadlineKind kind = section.requiredValue("kind", DeadlineKind::new);
        DayRange due = range(section.section("dueDate"));
        Section end = section.section("end");
        DeadlineKind of = end == null ? null : end.requiredValue("of", DeadlineKind::new);
        DayRange endIn = range(end);
        BigDecimal overdueAtMost = section.value("overdueAtMost", Section::decimal);
        Term closes = TermReader.required(section, "closes");
        section.noOther();
        if (id == null || source == null || dated == null || kind == null || closes == null) {
            return null;
        }
        return new Overlay(id, source, dated, kind, due, of, endIn, overdueAtMost, closes);
    }

    private static DayRange range(@Nullable Section section) {
        if (section == null) {
            return DayRange.ALWAYS;
        }
        LocalDate from = section.value("from", PolicyReader::day);
        LocalDate to = section.value("to", PolicyReader::day);
        section.noOther();
        if (from != null && to != null && to.isBefore(from)) {
            section.fault(section.line("to"), to.toString(), "ends before it begins on " + from);
            return DayRange.ALWAYS;
        }
        return new DayRange(from, to);
    }

    private static int dayOfMonth(String text) {
        int day = PolicyReader.count(text);
        if (day < 1 || day > 31) {
            throw new IllegalArgumentException("not a day of a month");
        }
        return day;
    }
}

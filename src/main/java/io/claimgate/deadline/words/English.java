package io.claimgate.deadline.words;

import static io.claimgate.policy.DeadlineKind.COVER_STOP;
import static io.claimgate.policy.DeadlineKind.INDEMNITY;
import static io.claimgate.policy.DeadlineKind.WAITING;
import static java.util.Map.entry;

import io.claimgate.deadline.reason.Ground;
import io.claimgate.policy.Anchor;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.EndOf;
import io.claimgate.policy.FactAnchor;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In English; days as ISO 8601 writes them, so that nobody takes the month for the day. */
final class English implements Wording {

    private static final Map<DeadlineKind, String> KINDS =
            Map.of(DeadlineKind.ADVERSE_INFO, "Adverse information", WAITING, "Waiting period");

    private static final Map<FactAnchor, String> FACTS = Map.ofEntries(
            entry(FactAnchor.INVOICE_DATE, "the invoice date"),
            entry(FactAnchor.DELIVERY_DATE, "the delivery date"),
            entry(FactAnchor.ORIGINAL_DUE_DATE, "the original due date"),
            entry(FactAnchor.EXTENDED_DUE_DATE, "the extended due date"),
            entry(FactAnchor.DECLARED, "the declaration"),
            entry(FactAnchor.ACKNOWLEDGED, "the insurer's acknowledgement"),
            entry(FactAnchor.AWARENESS, "the day we learned of it"),
            entry(FactAnchor.INSOLVENCY_OPENED, "the opening of the insolvency"),
            entry(FactAnchor.PUBLICATION, "the publication"),
            entry(FactAnchor.LIMIT_NOTICE, "the receipt of the limit notice"),
            entry(FactAnchor.FILE_COMPLETE, "the complete file"),
            entry(FactAnchor.DATE_OF_LOSS, "the date of loss"),
            entry(FactAnchor.PAYMENT_RECEIVED, "the receipt of the payment"));

    @Override
    public String day(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + day;
    }

    @Override
    public String kind(DeadlineKind kind) {
        return KINDS.getOrDefault(kind, Names.own(kind));
    }

    @Override
    public String period(int years, int months, int days) {
        return Names.joined(" and ", count(years, "year"), count(months, "month"), count(days, "day"));
    }

    @Override
    public String anchor(Anchor anchor, @Nullable LocalDate day) {
        return name(anchor) + " " + (day == null ? "(not known yet)" : day);
    }

    @Override
    public String cutoff(long days) {
        return count(days, "day") + " by the month-end cutoff";
    }

    @Override
    public String choice(boolean earliest, List<String> terms) {
        List<String> numbered = new ArrayList<>();
        terms.forEach(term -> numbered.add("(" + (numbered.size() + 1) + ") " + term));
        return "the " + (earliest ? "earliest" : "latest") + " of these dates: " + String.join("; ", numbered);
    }

    @Override
    public String ground(Ground ground) {
        return ground instanceof Ground.Overlaid overlay
                ? ", as the insurer's circular of " + overlay.dated() + " has it (" + overlay.source() + ", overlay "
                        + overlay.id() + ")"
                : ", as the insurer consented to the postponement";
    }

    @Override
    public String closes(DeadlineKind kind, LocalDate last, String how) {
        return last(kind, last) + ", that is " + how + ".";
    }

    @Override
    public String rolls(DeadlineKind kind, LocalDate last, LocalDate unrolled, String how, List<String> countries) {
        return last(kind, last) + ". The period ends on " + day(unrolled) + ", that is " + how
                + "; as that is no working day, the next one counts" + calendar(countries) + ".";
    }

    @Override
    public String unknown(DeadlineKind kind, List<Anchor> lacking, String how) {
        return kind(kind) + ": nobody knows the date, because " + names(lacking) + " is missing; it will be " + how
                + ".";
    }

    @Override
    public String provisional(List<Anchor> lacking) {
        return "This is provisional: " + names(lacking) + " is not known yet and may change it.";
    }

    @Override
    public String safe(LocalDate safe, LocalDate unrolled, int lead, List<String> countries) {
        if (safe.equals(unrolled)) {
            return "Safe date: the same day, which is a business day" + calendar(countries) + ".";
        }
        return "Safe date: " + day(safe) + ", the last business day on or before " + unrolled
                + (lead == 0 ? "" : ", less " + count(lead, "business day")) + calendar(countries) + ".";
    }

    @Override
    public String insurers() {
        return "The insurer has to keep it: there is no safe date.";
    }

    @Override
    public String opens(@Nullable LocalDate opens, String how) {
        return part("Opens", opens, how);
    }

    @Override
    public String target(@Nullable LocalDate target, String how) {
        return part("Planned", target, how);
    }

    @Override
    public String acts(LocalDate acts) {
        return "The machine declares on " + day(acts) + ".";
    }

    @Override
    public String governing(String invoice, @Nullable String instalment, boolean first) {
        return "Invoice " + invoice + (instalment == null ? "" : ", instalment " + instalment + ",") + " decides"
                + (first ? ": it closes first." : ".");
    }

    @Override
    public String origin(String rule, String policy, int version) {
        return "Rule " + rule + " of policy " + policy + ", version " + version + ".";
    }

    private String last(DeadlineKind kind, LocalDate last) {
        String when = "by " + day(last) + " at the latest";
        if (kind.equals(COVER_STOP)) {
            when = "the last covered day is " + day(last);
        } else if (kind.equals(WAITING)) {
            when = "it ends on " + day(last);
        } else if (kind.equals(INDEMNITY)) {
            when = "the insurer pays " + when;
        }
        return kind(kind) + ": " + when;
    }

    private String part(String what, @Nullable LocalDate day, String how) {
        return what + (day == null ? ": not known yet, " : " on " + day(day) + ", that is ") + how + ".";
    }

    private static String name(Anchor anchor) {
        if (anchor instanceof EndOf end) {
            String name = KINDS.getOrDefault(end.kind(), Names.own(end.kind()));
            return end.kind().equals(COVER_STOP)
                    ? "the cover stop"
                    : "the end of " + (end.kind().equals(WAITING) ? "the waiting period" : "\"" + name + "\"");
        }
        return FACTS.getOrDefault(anchor, anchor.text());
    }

    private static String names(List<Anchor> anchors) {
        return anchors.stream().map(English::name).collect(Collectors.joining(" and "));
    }

    private static String calendar(List<String> countries) {
        return countries.isEmpty() ? "" : " (calendar: " + Names.countries(countries, Locale.ENGLISH) + ")";
    }

    private static String count(long count, String what) {
        return count == 0 ? "" : count + " " + what + (count == 1 ? "" : "s");
    }
}

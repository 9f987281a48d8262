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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In French, with the words of French credit insurance and of the law on periods. */
final class French implements Wording {

    // Our own tables: the JDK's abbreviations change between its versions.
    private static final List<String> DAYS = List.of("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.");
    private static final List<String> MONTHS = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre");

    private static final Map<DeadlineKind, String> KINDS = Map.ofEntries(
            entry(COVER_STOP, "Arrêt de la garantie"),
            entry(DeadlineKind.DECLARATION, "Déclaration"),
            entry(DeadlineKind.INSOLVENCY, "Insolvabilité"),
            entry(DeadlineKind.ADVERSE_INFO, "Information défavorable"),
            entry(DeadlineKind.LIMIT_NOTICE, "Avis sur la limite de crédit"),
            entry(DeadlineKind.DOCUMENTS, "Pièces du dossier"),
            entry(WAITING, "Délai de carence"),
            entry(INDEMNITY, "Indemnisation"),
            entry(DeadlineKind.REMITTANCE, "Reversement à l'assureur"),
            entry(DeadlineKind.PROOF_OF_CLAIM, "Déclaration de créance au passif"),
            entry(DeadlineKind.REPLY, "Réponse à l'assureur"),
            entry(DeadlineKind.LIMITATION, "Prescription"));

    /** With its day, and alone. */
    private record Noun(String dated, String alone) {}

    private static final Map<FactAnchor, Noun> FACTS = Map.ofEntries(
            entry(FactAnchor.INVOICE_DATE, new Noun("la facture du", "la date de facture")),
            entry(FactAnchor.DELIVERY_DATE, new Noun("la livraison du", "la date de livraison")),
            fact(FactAnchor.ORIGINAL_DUE_DATE, "l'échéance initiale"),
            fact(FactAnchor.EXTENDED_DUE_DATE, "l'échéance prorogée"),
            fact(FactAnchor.DECLARED, "la déclaration"),
            fact(FactAnchor.ACKNOWLEDGED, "l'accusé de réception de l'assureur"),
            fact(FactAnchor.AWARENESS, "la prise de connaissance"),
            fact(FactAnchor.INSOLVENCY_OPENED, "l'ouverture de la procédure"),
            fact(FactAnchor.PUBLICATION, "la publication"),
            fact(FactAnchor.LIMIT_NOTICE, "la réception de l'avis sur la limite"),
            fact(FactAnchor.FILE_COMPLETE, "le dossier complet"),
            entry(FactAnchor.DATE_OF_LOSS, new Noun("le sinistre du", "la date du sinistre")),
            fact(FactAnchor.PAYMENT_RECEIVED, "l'encaissement"));

    @Override
    public String day(LocalDate day) {
        return DAYS.get(day.getDayOfWeek().ordinal()) + " " + date(day);
    }

    @Override
    public String kind(DeadlineKind kind) {
        return KINDS.getOrDefault(kind, Names.own(kind));
    }

    @Override
    public String period(int years, int months, int days) {
        return Names.joined(
                " et ", count(years, "an", "ans"), count(months, "mois", "mois"), count(days, "jour", "jours"));
    }

    @Override
    public String anchor(Anchor anchor, @Nullable LocalDate day) {
        Noun noun = noun(anchor);
        return day == null ? noun.alone() + " (date inconnue à ce jour)" : noun.dated() + " " + date(day);
    }

    @Override
    public String cutoff(long days) {
        return count(days, "jour", "jours") + " au titre de l'arrêté de fin de mois";
    }

    @Override
    public String choice(boolean earliest, List<String> terms) {
        List<String> numbered = new ArrayList<>();
        terms.forEach(term -> numbered.add("(" + (numbered.size() + 1) + ") " + term));
        return "la " + (earliest ? "première" : "dernière") + " de ces dates : " + String.join(" ; ", numbered);
    }

    @Override
    public String ground(Ground ground) {
        return ground instanceof Ground.Overlaid overlay
                ? ", selon la circulaire de l'assureur du " + date(overlay.dated()) + " (" + overlay.source()
                        + ", avenant " + overlay.id() + ")"
                : ", l'assureur ayant consenti à la prorogation";
    }

    @Override
    public String closes(DeadlineKind kind, LocalDate last, String how) {
        return last(kind, last) + ", soit " + how + ".";
    }

    @Override
    public String rolls(DeadlineKind kind, LocalDate last, LocalDate unrolled, String how, List<String> countries) {
        return last(kind, last) + ". Le délai expire le " + day(unrolled) + ", soit " + how
                + " ; ce jour n'étant pas ouvrable, il est reporté au premier jour ouvrable suivant"
                + calendar(countries) + ".";
    }

    @Override
    public String unknown(DeadlineKind kind, List<Anchor> lacking, String how) {
        return kind(kind) + " : la date n'est pas connue, car il manque " + names(lacking) + " ; ce sera " + how + ".";
    }

    @Override
    public String provisional(List<Anchor> lacking) {
        return "Date provisoire : il manque " + names(lacking) + ", ce qui peut encore la changer.";
    }

    @Override
    public String safe(LocalDate safe, LocalDate unrolled, int lead, List<String> countries) {
        if (safe.equals(unrolled)) {
            return "Date sûre : le même jour, qui est ouvré" + calendar(countries) + ".";
        }
        return "Date sûre : " + day(safe) + ", dernier jour ouvré au plus tard le " + date(unrolled)
                + (lead == 0 ? "" : ", moins " + count(lead, "jour ouvré", "jours ouvrés")) + calendar(countries) + ".";
    }

    @Override
    public String insurers() {
        return "C'est à l'assureur de respecter cette date : il n'y a pas de date sûre.";
    }

    @Override
    public String opens(@Nullable LocalDate opens, String how) {
        return part("Ouverture", opens, how);
    }

    @Override
    public String target(@Nullable LocalDate target, String how) {
        return part("Date prévue", target, how);
    }

    @Override
    public String acts(LocalDate acts) {
        return "La machine déclare le " + day(acts) + ".";
    }

    @Override
    public String governing(String invoice, @Nullable String instalment, boolean first) {
        return "La facture " + invoice + (instalment == null ? "" : ", échéance n° " + instalment + ",")
                + " est déterminante" + (first ? " : son délai expire en premier." : ".");
    }

    @Override
    public String origin(String rule, String policy, int version) {
        return "Règle " + rule + " de la police " + policy + ", version " + version + ".";
    }

    private String last(DeadlineKind kind, LocalDate last) {
        String when = "au plus tard le " + day(last);
        if (kind.equals(COVER_STOP)) {
            when = "dernier jour garanti le " + day(last);
        } else if (kind.equals(WAITING)) {
            when = "fin le " + day(last);
        } else if (kind.equals(INDEMNITY)) {
            when = "l'assureur paie " + when;
        }
        return kind(kind) + " : " + when;
    }

    private String part(String what, @Nullable LocalDate day, String how) {
        return what + " : " + (day == null ? "inconnue à ce jour, " : "le " + day(day) + ", soit ") + how + ".";
    }

    private static Noun noun(Anchor anchor) {
        if (anchor instanceof EndOf end) {
            String name = end.kind().equals(COVER_STOP)
                    ? "l'arrêt de la garantie"
                    : end.kind().equals(WAITING)
                            ? "la fin du délai de carence"
                            : "la fin du délai « " + KINDS.getOrDefault(end.kind(), Names.own(end.kind())) + " »";
            return new Noun(name + " du", name);
        }
        return FACTS.getOrDefault(anchor, new Noun(anchor.text() + " du", anchor.text()));
    }

    private static Map.Entry<FactAnchor, Noun> fact(FactAnchor anchor, String name) {
        return entry(anchor, new Noun(name + " du", name));
    }

    private static String names(List<Anchor> anchors) {
        return anchors.stream().map(anchor -> noun(anchor).alone()).collect(Collectors.joining(" et "));
    }

    private static String date(LocalDate day) {
        String first = day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth());
        return first + " " + MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear();
    }

    private static String calendar(List<String> countries) {
        return countries.isEmpty() ? "" : " (calendrier : " + Names.countries(countries, Locale.FRENCH) + ")";
    }

    private static String count(long count, String one, String several) {
        return count == 0 ? "" : count + " " + (count == 1 ? one : several);
    }
}

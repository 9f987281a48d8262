package io.claimgate.operations.calendar;

import io.claimgate.deadline.words.Language;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

/**
 * What a calendar says around the explanations.
 *
 * @param name of the calendar
 * @param atRisk after an amount
 * @param lastDay before the day of the close
 * @param more about a calendar that holds not all
 */
record CalendarWords(
        Language language,
        String name,
        String colon,
        String atRisk,
        String lastDay,
        String met,
        String notNeeded,
        String missed,
        String provisional,
        String customer,
        String more,
        char grouping,
        char decimal) {

    private static final CalendarWords ENGLISH = new CalendarWords(
            Language.ENGLISH,
            "Claimgate deadlines",
            ": ",
            "at risk",
            "Last day: ",
            "Kept: ",
            "Not needed any more: ",
            "MISSED: ",
            " (provisional)",
            "Customer %s, policy %s, creditor %s.",
            "More deadlines than the %d that this calendar may hold: those that close after %s are missing here. The console shows them all.",
            ',',
            '.');

    private static final CalendarWords FRENCH = new CalendarWords(
            Language.FRENCH,
            "Échéances Claimgate",
            " : ",
            "en jeu",
            "Dernier jour : ",
            "Respecté : ",
            "Sans objet : ",
            "MANQUÉ : ",
            " (provisoire)",
            "Client %s, police %s, créancier %s.",
            "Plus d'échéances que les %d que ce calendrier peut contenir : celles qui ferment après le %s manquent ici. La console les montre toutes.",
            '\u00a0',
            ',');

    static CalendarWords in(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case FRENCH -> FRENCH;
        };
    }

    /** {@code 24,690.60 EUR}, {@code 24 690,60 EUR}. */
    String amount(BigDecimal amount, String currency) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language.locale());
        symbols.setGroupingSeparator(grouping);
        symbols.setDecimalSeparator(decimal);
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(Math.max(0, amount.scale()));
        return format.format(amount) + "\u00a0" + currency;
    }
}

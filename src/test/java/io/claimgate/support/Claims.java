package io.claimgate.support;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.claim.ClaimWindow;
import io.claimgate.claim.Debtor;
import io.claimgate.claim.Declaration;
import io.claimgate.claim.ReceivableKey;
import io.claimgate.claim.ReleaseRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Claims for tests: opened on 31 May 2026, safe by 28 July, closing at the end of 31 July in Paris. */
public final class Claims {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final ReleaseRule AUTOMATIC =
            new ReleaseRule(ReleaseRule.Mode.AUTOMATIC, ReleaseRule.OnSafeDate.DECLARE, null);
    public static final ReleaseRule APPROVAL =
            new ReleaseRule(ReleaseRule.Mode.APPROVAL, ReleaseRule.OnSafeDate.ESCALATE, null);

    private Claims() {}

    public static ClaimWindow window() {
        LocalDate closes = LocalDate.of(2026, 7, 31);
        return new ClaimWindow(
                LocalDate.of(2026, 5, 31),
                LocalDate.of(2026, 7, 28),
                closes,
                closes.plusDays(1).atStartOfDay(PARIS).toInstant(),
                true,
                PARIS);
    }

    public static ClaimSubject subject(long buyer) {
        return new ClaimSubject("ACME", "ACME-2026", 1, "sandbox", "ACME-FR", buyer, buyer, 1, buyer);
    }

    public static ReceivableKey governing(long buyer) {
        return new ReceivableKey("ACME-FR", "F-" + buyer, 1);
    }

    public static ClaimLine line(long receivable, String amount) {
        return new ClaimLine(
                receivable,
                "F-" + receivable,
                1,
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                new BigDecimal(amount),
                "EUR");
    }

    public static Claim claim(long buyer, ReleaseRule rule) {
        return new Claim(
                ClaimKey.of("ACME", governing(buyer), 1),
                subject(buyer),
                window(),
                rule,
                new BigDecimal("120000.00"),
                "EUR",
                "PROTRACTED_DEFAULT",
                "machine",
                Instant.parse("2026-06-01T08:00:00Z"),
                "0".repeat(64),
                ClaimState.DRAFT,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    public static Declaration declaration(long buyer) {
        Debtor debtor = new Debtor(
                "C-" + buyer, "Menuiserie <Dupont> & Fils", "FR", "0002", "552100554", null, null, "75002", "Paris");
        return new Declaration(claim(buyer, AUTOMATIC), debtor, List.of(line(buyer, "120000.00")));
    }
}

package io.claimgate.operations;

import static io.claimgate.operations.Fixture.TODAY;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Vault;
import io.claimgate.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two creditors with something in every band: ACME-FR in euro, NIPPON in yen. */
final class Story {

    final long acmeFile;
    final long heldFile;
    final long nipponFile;
    final long acmeReceivable;
    final long nipponReceivable;
    final long acmeExposure;
    final long nipponExposure;
    final long message;
    final long parked;
    final long nipponParked;

    Story(JdbcClient jdbc, TransactionOperations transaction, EventLog events, Alerts alerts, Vault vault) {
        Fixture put = new Fixture(jdbc);
        acmeFile = put.file("ACME-FR", "FBL5N_20260601.csv", "ANSWERED", "PARTIALLY_ACCEPTED");
        put.fault(acmeFile, 17, "not a date in dd/MM/yyyy; correct the row and drop it again");
        put.fault(acmeFile, 23, "not a date in dd/MM/yyyy; correct the row and drop it again");
        heldFile = put.file("ACME-FR", "FBL5N_20260602.csv", "HELD", "HELD");
        nipponFile = put.file("NIPPON", "items.csv", "ANSWERED", "ACCEPTED");
        String[] names = {
            "Dupont & Fils SARL",
            "Garage Martin",
            "Boulangerie <Lyon>",
            "Atelier Bernard",
            "Maison Petit",
            "Transports Leroy"
        };
        int[] closes = {-12, 2, 6, 12, 24, 55};
        String[] status = {"MISSED", "WARNING", "WARNING", "WARNING", "OPEN", "UPCOMING"};
        String[] state = {"FORECLOSED", "CLOSING", "CLOSING", "CLOSING", "WINDOW_OPEN", "OVERDUE"};
        long firstReceivable = 0;
        long firstExposure = 0;
        for (int i = 0; i < names.length; i++) {
            long buyer = put.buyer("ACME-FR", "C" + (100 + i), names[i]);
            String amount = (i + 1) * 12_345 + ".60";
            long exposure = put.exposure("ACME-FR", buyer, "EUR", amount);
            long receivable = put.receivable(
                    "ACME-FR",
                    acmeFile,
                    buyer,
                    exposure,
                    "A-" + (2000 + i),
                    TODAY.plusDays(closes[i] - 90),
                    "EUR",
                    amount,
                    state[i]);
            put.deadline(
                    exposure,
                    "ACME-FR",
                    receivable,
                    "cover-stop",
                    TODAY.plusDays(closes[i] - 30),
                    "MET",
                    "EUR",
                    amount);
            put.deadline(
                    exposure,
                    "ACME-FR",
                    receivable,
                    "declaration",
                    TODAY.plusDays(closes[i]),
                    status[i],
                    "EUR",
                    amount);
            firstReceivable = i == 1 ? receivable : firstReceivable;
            firstExposure = i == 1 ? exposure : firstExposure;
        }
        acmeReceivable = firstReceivable;
        acmeExposure = firstExposure;
        long declaredBuyer = put.buyer("ACME-FR", "C200", "Menuiserie Roux");
        long declaredExposure = put.exposure("ACME-FR", declaredBuyer, "EUR", "8000.00");
        long declared = put.receivable(
                "ACME-FR",
                acmeFile,
                declaredBuyer,
                declaredExposure,
                "A-3000",
                TODAY.minusDays(80),
                "EUR",
                "8000.00",
                "DECLARED");
        put.deadline(declaredExposure, "ACME-FR", declared, "declaration", TODAY.plusDays(10), "MET", "EUR", "8000.00");
        put.claim(
                "CG-DECLARED-1",
                declaredExposure,
                "ACME-FR",
                declaredBuyer,
                declared,
                "DECLARED",
                TODAY.plusDays(10),
                "8000.00");
        long submission = put.submission("CG-DECLARED-1", "ACME-FR", "ACKNOWLEDGED");
        String sha = vault.put("ACME-FR", "REQUEST", "<declare/>\n".getBytes(StandardCharsets.UTF_8))
                .sha256();
        message = put.message("CG-DECLARED-1", "ACME-FR", submission, sha);
        put.claim(
                "CG-WAITING-1",
                acmeExposure,
                "ACME-FR",
                buyerOf(jdbc, acmeExposure),
                acmeReceivable,
                "AWAITING_APPROVAL",
                TODAY.plusDays(2),
                "24690.60");
        long tokyo = put.buyer("NIPPON", "J1", "Tanaka KK");
        nipponExposure = put.exposure("NIPPON", tokyo, "JPY", "5000000");
        nipponReceivable = put.receivable(
                "NIPPON",
                nipponFile,
                tokyo,
                nipponExposure,
                "J-1",
                TODAY.minusDays(70),
                "JPY",
                "5000000",
                "WINDOW_OPEN");
        put.deadline(
                nipponExposure,
                "NIPPON",
                nipponReceivable,
                "declaration",
                TODAY.plusDays(20),
                "OPEN",
                "JPY",
                "5000000");
        parked = put.task("claim", "CG-WAITING-1", "ACME-FR", "PARKED");
        nipponParked = put.task("claim", "J-CLAIM", "NIPPON", "PARKED");
        put.task("exposure", "12", "ACME-FR", "READY");
        transaction.executeWithoutResult(inTransaction -> {
            events.record("claim/CG-DECLARED-1", "claim.drafted", EventLog.MACHINE, "ACME-FR", Map.of("amount", 8000));
            events.record(
                    "claim/CG-DECLARED-1", "claim.declared", EventLog.MACHINE, "ACME-FR", Map.of("insurer", "sandbox"));
            events.record(
                    "exposure/" + acmeExposure,
                    "exposure.cover-stopped",
                    EventLog.MACHINE,
                    "ACME-FR",
                    Map.of("on", "2026-05-31"));
            events.record(
                    "exposure/" + nipponExposure,
                    "exposure.cover-stopped",
                    EventLog.MACHINE,
                    "NIPPON",
                    Map.of("on", "2026-05-31"));
            alerts.raise(
                    ProblemCode.CLM_001,
                    Alerts.Severity.WARNING,
                    "exposure/" + acmeExposure,
                    "3",
                    "ACME-FR",
                    "CLM-001 Garage Martin, 24,690.60 EUR: closes on 2026-06-03; declare, or have the buyer pay");
            alerts.raise(
                    ProblemCode.OPS_007,
                    Alerts.Severity.CRITICAL,
                    "task/claim/CG-WAITING-1",
                    "",
                    "ACME-FR",
                    "OPS-007 claim CG-WAITING-1: the insurer's address refuses connections");
            alerts.raise(
                    ProblemCode.CLM_001,
                    Alerts.Severity.WARNING,
                    "exposure/" + nipponExposure,
                    "15",
                    "NIPPON",
                    "CLM-001 Tanaka KK");
        });
    }

    private static long buyerOf(JdbcClient jdbc, long exposure) {
        return jdbc.sql("select buyer_id from exposure where id = ?")
                .param(exposure)
                .query(Long.class)
                .single();
    }
}

package io.claimgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.support.GatewayProcess;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packaged jar is killed with SIGKILL at seeded moments of the whole flow and started again; then an oracle outside proves I1, I2, I5,
 * I6, I7 and I8 of the quality figures. {@code -Dkill.seed=} replays a run, {@code -Dkill.rounds=} makes it longer.
 */
class KillIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    private static final Oracle.Window WINDOW = new Oracle.Window(2, 4, ZoneId.of("Europe/Paris"));
    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 3, 2);
    private static final String END = "2026-12-01T00:00:00Z";
    private static final String LATER = "2026-12-03T00:00:00Z";
    private static final Map<String, String> SETTINGS = Map.of(
            "claimgate.sandbox.clock-start", "2026-02-10T06:00:00Z",
            "claimgate.sandbox.samples", "false",
            "claimgate.sandbox.insurer.timeout", "1s",
            "claimgate.intake.quiet-period", "300ms");

    @TempDir
    Path folder;

    @Test
    void ten_kills_lose_and_double_nothing() throws InterruptedException {
        run(Long.getLong("kill.seed", 20260601L), Integer.getInteger("kill.rounds", 10));
    }

    /** Behind {@code -Pkill}: a new seed each time, printed for the replay. */
    @Test
    @Tag("slow")
    void many_kills_lose_and_double_nothing() throws InterruptedException {
        run(Long.getLong("kill.seed", new Random().nextLong()), Integer.getInteger("kill.rounds", 100));
    }

    private void run(long seed, int rounds) throws InterruptedException {
        LOG.info("kill.seed={} kill.rounds={}", seed, rounds);
        Random random = new Random(seed);
        int files = Math.max(3, rounds / 3);
        List<List<Oracle.Invoice>> dropped = invoices(random, files);
        List<String> names = new ArrayList<>();
        try (GatewayProcess gateway = GatewayProcess.launchSandbox(folder.resolve("home"), SETTINGS)) {
            // When
            for (int round = 0; round < rounds; round++) {
                boolean whileStarting = random.nextInt(6) == 0;
                if (!whileStarting) {
                    gateway.awaitReady();
                }
                if (names.size() < files) {
                    names.add(name(names.size()));
                    gateway.drop("acme", names.get(names.size() - 1), csv(dropped.get(names.size() - 1)));
                } else if (!whileStarting) {
                    startMove(gateway, FIRST_DUE.plusDays(60 + 60L * round / rounds));
                    startResults(gateway);
                }
                Thread.sleep(random.nextInt(2_500));
                gateway.kill();
                gateway.relaunch();
            }
            gateway.awaitReady();
            for (String name : names) {
                JsonNode ack = gateway.awaitAck("acme", name, 1, Duration.ofMinutes(1));
                assertThat(ack.get("status").asText())
                        .as("seed " + seed + " " + ack)
                        .isEqualTo("ACCEPTED");
            }
            gateway.moveTo(END);
            new Oracle(gateway).accepted().forEach((key, claim) -> tell(gateway, key, claim));
            gateway.moveTo(LATER);

            // Then
            List<Oracle.Invoice> all = dropped.stream().flatMap(List::stream).toList();
            Oracle oracle = new Oracle(gateway);
            oracle.everyBuyerWasDeclaredOnceInTime(all, WINDOW);
            oracle.nothingIsStuck();
            oracle.claimsAre("RECOVERING");
            oracle.everyDocumentArrivedOnce();
            oracle.everySettlementWasPostedOnce("acme");
            oracle.theHistoryIsWhole();
            oracle.everyFileHasOneAnswer("acme", names);
            oracle.noSecretInALog(rounds + 1);
            assertThat(gateway.all("/api/v1/receivables")).hasSize(all.size());
        } catch (AssertionError failure) {
            throw new AssertionError("replay with -Dkill.seed=" + seed + " -Dkill.rounds=" + rounds, failure);
        }
    }

    private static void startMove(GatewayProcess gateway, LocalDate day) {
        gateway.postFor(
                "/api/v1/sandbox/insurer/behaviour",
                "{\"operation\":\"DeclareClaim\",\"mode\":\"accept-then-timeout\",\"every\":4}");
        Thread mover = new Thread(() -> {
            try {
                gateway.postFor("/api/v1/sandbox/clock", "{\"to\":\"" + day + "T12:00:00Z\"}");
            } catch (UncheckedIOException killed) {
                LOG.info("killed while the clock moved");
            }
        });
        mover.setDaemon(true);
        mover.start();
    }

    /** The insurer tells of what it has so far; what a kill cuts off it tells again, under the same names. */
    private static void startResults(GatewayProcess gateway) {
        Thread insurer = new Thread(() -> {
            try {
                new Oracle(gateway).accepted().forEach((key, claim) -> tell(gateway, key, claim));
            } catch (UncheckedIOException | AssertionError killed) {
                LOG.info("killed while the insurer told its results");
            }
        });
        insurer.setDaemon(true);
        insurer.start();
    }

    private static void tell(GatewayProcess gateway, String key, JsonNode claim) {
        InsurersVoice voice = new InsurersVoice(gateway, "2026-05-04");
        BigDecimal amount = claim.get("amount").decimalValue();
        BigDecimal indemnity = amount.movePointLeft(1).setScale(2, RoundingMode.HALF_UP);
        voice.status(key, 1, "ACCEPTED", null);
        voice.settlement(key, 2, "INDEMNITY", indemnity, null, "push");
        voice.settlement(key, 3, "RECOVERY", indemnity, null, "both");
    }

    /** Some buyers stand in one file only, some in several: their claims take all. */
    private static List<List<Oracle.Invoice>> invoices(Random random, int files) {
        List<List<Oracle.Invoice>> all = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            List<Oracle.Invoice> invoices = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                BigDecimal amount = BigDecimal.valueOf(50_000 + random.nextInt(9_000_000), 2);
                invoices.add(new Oracle.Invoice(
                        "C" + (1000 + random.nextInt(120)),
                        "F" + file + "-" + i,
                        FIRST_DUE.plusDays(random.nextInt(40)),
                        amount));
            }
            all.add(invoices);
        }
        return all;
    }

    private static String name(int file) {
        return "invoices-" + file + ".csv";
    }

    private static byte[] csv(List<Oracle.Invoice> invoices) {
        StringBuilder text = new StringBuilder(
                "invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry\n");
        invoices.forEach(invoice -> text.append(String.join(
                        ",",
                        invoice.number(),
                        invoice.due().minusDays(30).toString(),
                        invoice.due().toString(),
                        "EUR",
                        invoice.amount().toPlainString(),
                        invoice.buyer(),
                        "Buyer " + invoice.buyer(),
                        "DE"))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package io.claimgate.flow.declaration;

import static io.claimgate.store.Times.utc;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.watch.ChangeDrafts;
import io.claimgate.flow.watch.Contracts;
import io.claimgate.flow.watch.ExposureDrafts;
import io.claimgate.flow.watch.ExposureRow;
import io.claimgate.flow.watch.Notices;
import io.claimgate.flow.watch.PolicyPins;
import io.claimgate.flow.watch.WatchHandler;
import io.claimgate.policy.Contract;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.store.watch.FactsReader;
import io.claimgate.store.watch.JdbcExposures;
import io.claimgate.support.Databases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Buyers of policy P and what becomes of their claims, from the ledger to the insurer's own book: the real watch, the real handler of
 * claims, the real simulated insurer. Declared on the 41st day after the due date: a debt due on 30 April is declared on 10 June.
 */
final class ChangedWorld {

    private static final String POLICY = """
            policy: P
            insurer: sandbox
            creditors: [ACME-FR]
            currency: EUR
            zone: Europe/Paris
            calendar: FR
            valid: {from: 2020-01-01}
            cover: {insuredPercentage: 90, basis: gross, withoutLimit: covered, threshold: {amount: 300, basis: gross, scope: buyer}}
            deadlines:
              cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P60D}}
              declaration: {target: ORIGINAL_DUE_DATE + P41D, closes: {anchor: END_OF_COVER_STOP, period: P30D}}
              documents: {closes: {anchor: DECLARED, period: P30D}}
            declare: automatic
            automaticPerDay: unlimited
            anomaly: off
            %s
            """;

    final World world;
    final Contract contract;
    private final ExposureRules rules = new ExposureRules(new JollydayCalendars());
    private final JdbcExposures exposures;
    private Map<String, TaskHandler> handlers = Map.of();
    ChangeActs acts;
    private long buyer;
    private static long buyers;

    /** @param changes the policy's own section about changes, or nothing */
    ChangedWorld(Databases database, String changes) {
        world = new World(database);
        exposures = new JdbcExposures(world.stores.named, new FactsReader(world.stores.named));
        PolicyFiles.Result read = new PolicyFiles(new JollydayCalendars())
                .read(List.of(new PolicyFiles.Source("mappings/policies/P.yaml", POLICY.formatted(changes))));
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        Policy policy = read.policies().get(0);
        contract = Contract.of(policy);
        wire(world.insurer.channels());
        world.at("2026-05-01T08:00:00Z");
        newBuyer();
    }

    void wire(InsurerChannels channels) {
        world.wire(channels);
        Ideas ideas = world.ideas;
        acts = new ChangeActs(world.books, ideas);
        WatchHandler watch = new WatchHandler(
                exposures,
                contracts(),
                rules,
                new Notices(world.stores.alerts, world.stores.events, world.stores.supply()),
                new ExposureDrafts(
                        new Declarations(world.books, ideas, () -> "0".repeat(64)),
                        new ChangeDrafts(new ChangePlans(world.books, ideas), rules, world.stores.clock)),
                world.stores.tasks,
                ideas.transactions(),
                world.stores.clock);
        handlers = Map.of(ClaimHandler.KIND, world.handler, WatchHandler.KIND, watch);
    }

    /** What follows is about another buyer: claim keys of the simulated insurer are for ever. */
    void newBuyer() {
        buyer = System.nanoTime() / 1000 + ++buyers;
        Instant now = world.stores.clock.now();
        world.stores
                .sql
                .sql(
                        "insert into buyer (id, creditor, customer_no, name, country, updated_at) values (?, 'ACME-FR', ?, ?, 'FR', ?)")
                .params(buyer, "C-" + buyer, "Buyer " + buyer, utc(now))
                .update();
        world.stores
                .sql
                .sql(
                        "insert into exposure (id, contract, creditor, buyer_id, policy, currency) values (?, 'P', 'ACME-FR', ?, 'P', 'EUR')")
                .params(buyer, buyer)
                .update();
    }

    private Contracts contracts() {
        return new Contracts() {
            @Override
            public Contract contract(String key, PolicyPins pins) {
                return contract;
            }

            @Override
            public Optional<String> contractOf(String policy) {
                return Optional.of("P");
            }
        };
    }

    /** Number {@code A} of this buyer. */
    void invoice(String number, String issued, String due, String gross) {
        row(number, "380", issued, due, gross, null);
    }

    /** On that invoice. */
    void creditNote(String number, String issued, String gross, String on) {
        row(number, "381", issued, null, gross, number(on));
    }

    private void row(
            String number, String type, String issued, @Nullable String due, String gross, @Nullable String preceding) {
        world.stores
                .sql
                .sql("""
                        insert into receivable (creditor, source, invoice_number, instalment, type, issue_date, due_date, original_due_date, delivery_date,
                          currency, gross_amount, open_amount, preceding_invoice, buyer_id, buyer_ref, policy, exposure_id, row_hash, first_file, last_file,
                          created_at, updated_at)
                        values ('ACME-FR', 'acme', :number, 1, :type, :issued, :due, :due, :issued, 'EUR', :gross, :gross, :preceding, :buyer, 'C', 'P',
                          :buyer, :hash, 1, 1, :now, :now)""")
                .param("number", number(number))
                .param("type", type)
                .param("issued", LocalDate.parse(issued))
                .param("due", due == null ? null : LocalDate.parse(due))
                .param("gross", new BigDecimal(gross))
                .param("preceding", preceding)
                .param("buyer", buyer)
                .param("hash", UUID.randomUUID())
                .param("now", utc(world.stores.clock.now()))
                .update();
        arm();
    }

    private String number(String number) {
        return number + "-" + buyer;
    }

    void payment(String id, String day, String amount) {
        payment(id, day, amount, null);
    }

    /** A payment of before comes back. */
    void bounced(String id, String day, String amount) {
        payment(id + "-back", day, amount, id + "-" + buyer);
    }

    private void payment(String id, String day, String amount, @Nullable String reversalOf) {
        world.stores
                .sql
                .sql("""
                        insert into payment (creditor, source, payment_id, paid_on, amount, currency, buyer_id, buyer_ref, reversal_of, row_hash, file_id)
                        values ('ACME-FR', 'acme', :id, :day, :amount, 'EUR', :buyer, 'C', :reversal, :hash, 1)""")
                .param("id", id + "-" + buyer)
                .param("day", LocalDate.parse(day))
                .param("amount", new BigDecimal(amount))
                .param("buyer", buyer)
                .param("reversal", reversalOf)
                .param("hash", UUID.randomUUID())
                .update();
        arm();
    }

    void disputed(String number, String amount) {
        world.stores
                .sql
                .sql("update receivable set disputed_amount = ? where invoice_number = ?")
                .params(new BigDecimal(amount), number(number))
                .update();
        arm();
    }

    void lossOn(String day) {
        world.stores
                .sql
                .sql(
                        "insert into fact (creditor, kind, fact_date, buyer_id, recorded_by, recorded_at) values ('ACME-FR', 'DATE_OF_LOSS', ?, ?, 'anna', ?)")
                .params(LocalDate.parse(day), buyer, utc(world.stores.clock.now()))
                .update();
        arm();
    }

    private void arm() {
        world.stores.transactions.executeWithoutResult(status -> world.stores.tasks.arm(
                WatchHandler.KIND, Long.toString(buyer), "ACME-FR", world.stores.clock.now(), Tasks.NEVER));
    }

    /** Does all that is due now, until nothing is. */
    void run() {
        for (int runs = 0; ; runs++) {
            List<Task> due = world.stores.tasks.take(World.OWNER, handlers.keySet(), 10);
            if (due.isEmpty()) {
                return;
            }
            due.forEach(task -> handlers.get(task.kind()).handle(task));
            if (runs > 300) {
                throw new IllegalStateException("it never comes to rest");
            }
        }
    }

    /** Does what is planned, stop by stop, as the sandbox's clock does. */
    void until(String instant) {
        Instant end = Instant.parse(instant);
        while (true) {
            run();
            Instant next = next();
            if (next.isAfter(end)) {
                move(end);
                run();
                return;
            }
            move(next);
        }
    }

    private void move(Instant to) {
        Duration step = Duration.between(world.stores.clock.now(), to);
        world.pass(step.isNegative() ? Duration.ofSeconds(1) : step.plusMillis(step.isZero() ? 100 : 0));
    }

    private Instant next() {
        return world.stores
                .sql
                .sql("select min(due_at) from task where kind in ('claim', 'exposure') and state <> 'PARKED'")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.MAX);
    }

    /** The claim keys of this buyer, in the order of their drafting. */
    List<ClaimKey> claims() {
        return world
                .stores
                .sql
                .sql("select claim_key from claim where exposure_id = ? order by drafted_at, claim_key")
                .param(buyer)
                .query(String.class)
                .list()
                .stream()
                .map(ClaimKey::new)
                .toList();
    }

    ClaimKey claim() {
        return claims().get(0);
    }

    String state() {
        return world.state(claim());
    }

    /** Changes in words: {@code AMEND TOLD 60.00}. */
    List<String> changes() {
        return world.stores
                .sql
                .sql("select kind, state, amount_after from claim_change where claim_key = ? order by change_no")
                .param(claim().value())
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + " "
                        + row.getBigDecimal(3).setScale(2))
                .list();
    }

    /** What the insurer holds of the claim. */
    JsonNode atInsurer() {
        return world.insurer.claim(claim().value()).orElseThrow();
    }

    /** What the insurer was told, {@code AMEND 60.00 x1}, counted before any deduplication. */
    List<String> told() {
        List<String> told = new java.util.ArrayList<>();
        atInsurer()
                .get("changes")
                .forEach(change -> told.add(change.get("kind").asText() + " "
                        + new BigDecimal(change.get("amount").asText()).setScale(2) + " x"
                        + change.get("accepts").asInt()));
        return told;
    }

    /** Lines of the claim in our books: {@code A 60.00}. */
    List<String> lines() {
        return world.books.claims().lines(claim()).stream()
                .map(line -> line.invoiceNumber().replace("-" + buyer, "") + " " + line.amount())
                .toList();
    }

    /** The same at the insurer. */
    List<String> linesAtInsurer() {
        List<String> lines = new java.util.ArrayList<>();
        atInsurer()
                .get("lines")
                .forEach(line -> lines.add(line.get("invoiceNumber").asText().replace("-" + buyer, "") + " "
                        + new BigDecimal(line.get("amount").asText()).setScale(2)));
        return lines;
    }

    boolean supplyHeld() {
        return world.stores
                        .sql
                        .sql("select count(*) from supply_hold where buyer_id = ? and lifted_on is null")
                        .param(buyer)
                        .query(Long.class)
                        .single()
                > 0;
    }

    int episode() {
        return world.stores
                .sql
                .sql("select episode from exposure where id = ?")
                .param(buyer)
                .query(Integer.class)
                .single();
    }

    /** The exposure as its stored facts make it now. */
    ExposurePicture picture() {
        return world.stores.transactions.execute(status -> {
            ExposureRow row = exposures.lock(buyer).orElseThrow();
            return rules.compute(
                    contract, exposures.load(row, ZoneId.of("Europe/Paris")).facts(), world.stores.clock.now());
        });
    }

    List<String> alerts() {
        return world.alerts(claim());
    }

    List<String> events() {
        return world.events(claim());
    }

    void behave(String operation, String mode, int times) {
        world.insurer.behave("{\"operation\":\"" + operation + "\",\"mode\":\"" + mode + "\",\"times\":" + times
                + ",\"delay\":\"PT0.75S\"}");
    }
}

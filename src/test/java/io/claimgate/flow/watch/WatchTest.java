package io.claimgate.flow.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.ChangePlans;
import io.claimgate.flow.declaration.Declarations;
import io.claimgate.policy.Contract;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.store.Times;
import io.claimgate.store.claim.JdbcChanges;
import io.claimgate.store.claim.JdbcClaims;
import io.claimgate.store.claim.JdbcDailyReleases;
import io.claimgate.store.claim.JdbcMessages;
import io.claimgate.store.claim.JdbcPauses;
import io.claimgate.store.claim.JdbcSubmissions;
import io.claimgate.store.watch.FactsReader;
import io.claimgate.store.watch.JdbcExposures;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The watch on real tables: what it stores, tells, drafts and plans. */
class WatchTest {

    private static final String POLICY = """
            policy: P
            insurer: sandbox
            creditors: [C]
            currency: EUR
            zone: Europe/Paris
            calendar: FR
            valid: {from: 2020-01-01}
            cover: {insuredPercentage: 90, basis: gross}
            deadlines:
              cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P60D}}
              declaration: {closes: {anchor: END_OF_COVER_STOP, period: %s}}
            declare: approval
            """;

    @TempDir
    Path folder;

    private Stores stores;
    private WatchHandler watch;
    private Contract contract;
    private final Map<Integer, Contract> versions = new java.util.HashMap<>();

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_receivable_runs_through_its_phases_and_is_drafted_on_its_planned_day(Databases database) {
        // Given
        given(database, "P30D");
        long invoice = invoice("A", LocalDate.of(2026, 3, 31), "1000.00");
        at("2026-03-01T09:00:00Z");

        // When
        List<String> phases = new java.util.ArrayList<>();
        for (String day : List.of(
                "2026-03-31T20:00:00Z",
                "2026-04-02T00:00:00Z",
                "2026-06-14T00:00:00Z",
                "2026-06-29T00:00:00Z",
                "2026-06-30T00:00:00Z")) {
            runUntil(day);
            phases.add(state(invoice));
        }

        // Then: due 31 March, cover stop 30 May, file by 29 June
        assertThat(phases).containsExactly("NOT_DUE", "WINDOW_OPEN", "CLOSING", "CLOSING", "FORECLOSED");
        assertThat(stores.sql
                        .sql("select closes_on from deadline where kind = 'declaration' and current")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2026, 6, 29));
        assertThat(stores.sql.sql("select state from claim").query(String.class).list())
                .hasSize(1);
        assertThat(stores.sql
                        .sql(
                                "select count(*) from event e join event_payload p on p.event_id = e.id where e.type = 'io.claimgate.deadline.missed'"
                                        + " and p.payload like '%\"kind\":\"declaration\"%'")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(stores.sql
                        .sql("select count(*) from event where type = 'io.claimgate.exposure.cover-stopped'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void each_warning_is_raised_once_per_step(Databases database) {
        // Given
        given(database, "P30D");
        invoice("A", LocalDate.of(2026, 3, 31), "1000.00");
        at("2026-05-31T09:00:00Z");

        // When
        runUntil("2026-06-29T12:00:00Z");

        // Then
        assertThat(stores
                        .sql
                        .sql(
                                "select p.payload from event e join event_payload p on p.event_id = e.id where e.type = 'io.claimgate.deadline.warned' order by e.id")
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(payload -> payload.contains("\"declaration\"")))
                .hasSize(5);
        assertThat(stores.sql
                        .sql("select count(*) from alert where code = 'CLM-001' and cleared_at is null")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void money_between_draft_and_declaration_changes_the_claim_or_takes_it_back(Databases database) {
        // Given
        given(database, "P30D");
        invoice("A", LocalDate.of(2026, 3, 31), "1000.00");
        at("2026-06-29T09:00:00Z");
        runUntil("2026-06-29T09:00:00Z");
        assertThat(amounts()).containsExactly(new BigDecimal("1000.0000"));

        // When
        payment("p1", LocalDate.of(2026, 6, 20), "400.00", null);
        runUntil("2026-06-29T09:01:00Z");
        List<BigDecimal> reduced = amounts();
        payment("p2", LocalDate.of(2026, 6, 25), "600.00", null);
        runUntil("2026-06-29T09:02:00Z");
        List<BigDecimal> gone = amounts();
        payment("p3", LocalDate.of(2026, 6, 28), "600.00", "p2");
        runUntil("2026-06-29T09:03:00Z");

        // Then: part paid, paid, and bounced on the last day
        assertThat(reduced).containsExactly(new BigDecimal("600.0000"));
        assertThat(gone).isEmpty();
        assertThat(amounts()).containsExactly(new BigDecimal("600.0000"));
        assertThat(stores.sql
                        .sql("select count(*) from alert where code = 'CLM-011' and cleared_at is null")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void example_20_an_edited_policy_moves_stored_dates_only_when_a_person_recomputes(Databases database) {
        // Given
        given(database, "P30D");
        invoice("A", LocalDate.of(2026, 3, 31), "1000.00");
        at("2026-04-10T09:00:00Z");
        runUntil("2026-04-10T09:00:00Z");
        edit("P45D");

        // When
        runUntil("2026-06-01T09:00:00Z");
        List<LocalDate> untouched = closes();
        new PolicyRecomputation(
                        exposures(), contracts(), stores.tasks, stores.events, stores.transactions, stores.clock)
                .recompute("P", "clause 4 amended", "anna");
        runUntil("2026-06-01T09:01:00Z");

        // Then
        assertThat(untouched).containsExactly(LocalDate.of(2026, 6, 29));
        assertThat(closes()).containsExactly(LocalDate.of(2026, 7, 14));
        assertThat(stores.sql
                        .sql("select policy_version from deadline where kind = 'declaration' order by id")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void supply_is_held_while_cover_is_stopped(Databases database) {
        // Given
        given(database, "P30D");
        invoice("A", LocalDate.of(2026, 3, 31), "1000.00");
        stores.sql
                .sql(
                        "insert into buyer_identifier (creditor, scheme, id_value, buyer_id) select creditor, 'erp:acme', 'C1', id from buyer")
                .update();
        at("2026-05-31T09:00:00Z");
        runUntil("2026-05-31T09:00:00Z");
        List<String> held = holds();

        // When
        payment("p1", LocalDate.of(2026, 6, 1), "1000.00", null);
        runUntil("2026-06-02T09:00:00Z");

        // Then
        assertThat(held).containsExactly("2026-05-31 open cover stopped under P: deliveries are not insured");
        assertThat(holds()).containsExactly("2026-05-31 2026-06-02 cover stopped under P: deliveries are not insured");
        assertThat(stores.sql
                        .sql("select ref from task where kind = 'hold-batch'")
                        .query(String.class)
                        .list())
                .containsExactly("acme");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_clock_in_calendars_grows_when_its_date_moves_and_when_it_ends(Databases database) {
        // Given
        given(database, "P30D");
        invoice("A", LocalDate.of(2026, 3, 31), "1000.00");
        at("2026-04-10T09:00:00Z");
        runUntil("2026-04-10T09:00:00Z");
        List<String> rows = new java.util.ArrayList<>(List.of(inCalendar()));

        // When
        long older = invoice("B", LocalDate.of(2026, 3, 15), "500.00");
        at("2026-04-11T09:00:00Z");
        runUntil("2026-04-11T09:00:00Z");
        rows.add(inCalendar());
        stores.sql
                .sql("update receivable set gross_amount = 600, open_amount = 600 where id = ?")
                .param(older)
                .update();
        at("2026-04-12T09:00:00Z");
        runUntil("2026-04-12T09:00:00Z");
        rows.add(inCalendar());
        payment("p1", LocalDate.of(2026, 4, 13), "1600.00", null);
        at("2026-04-13T09:00:00Z");
        runUntil("2026-04-13T09:00:00Z");
        rows.add(inCalendar());

        // Then: an amount alone changes the event, not its revision
        assertThat(rows)
                .containsExactly(
                        "2026-06-29 OPEN 1000.00 r0 2026-04-10",
                        "2026-06-13 OPEN 1500.00 r1 2026-04-11",
                        "2026-06-13 OPEN 1600.00 r1 2026-04-12",
                        "2026-06-13 VOID 1600.00 r2 2026-04-13");
    }

    private String inCalendar() {
        return stores.sql
                .sql("select * from v_calendar where kind = 'declaration'")
                .query((row, number) -> row.getString("closes_on") + " " + row.getString("status") + " "
                        + row.getBigDecimal("amount_at_risk").setScale(2) + " r" + row.getInt("revision") + " "
                        + row.getObject("changed_at", java.time.OffsetDateTime.class)
                                .toInstant()
                                .toString()
                                .substring(0, 10))
                .single();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_row_of_old_gets_its_reason_without_a_new_date_in_its_history(Databases database) {
        // Given
        given(database, "P30D");
        invoice("A", LocalDate.of(2026, 3, 31), "1000.00");
        at("2026-04-10T09:00:00Z");
        runUntil("2026-04-10T09:00:00Z");
        stores.sql
                .sql("update deadline set reason = null, explanation = 'closes = ORIGINAL_DUE_DATE + P60D'")
                .update();

        // When
        at("2026-04-11T09:00:00Z");
        runUntil("2026-04-11T09:00:00Z");

        // Then
        List<String> texts = stores.sql
                .sql("select explanation from deadline where reason is not null order by kind")
                .query(String.class)
                .list();
        assertThat(stores.sql
                        .sql("select count(*) from deadline")
                        .query(Long.class)
                        .single())
                .isEqualTo(texts.size());
        assertThat(texts).hasSize(2).allSatisfy(text -> assertThat(text).contains("the original due date 2026-03-31"));
    }

    private List<String> holds() {
        return stores.sql
                .sql("select since, lifted_on, reason from supply_hold order by id")
                .query((row, number) -> row.getString(1) + " " + (row.getString(2) == null ? "open" : row.getString(2))
                        + " " + row.getString(3))
                .list();
    }

    private void given(Databases database, String period) {
        stores = new Stores(database);
        edit(period);
        var vault = stores.vault(folder);
        Books books = new Books(
                new JdbcClaims(stores.sql, stores.named),
                new JdbcSubmissions(stores.sql, stores.clock),
                new JdbcChanges(stores.sql, stores.named, stores.clock),
                new JdbcMessages(stores.sql, stores.clock, Clock.systemUTC()),
                new JdbcPauses(stores.sql),
                new JdbcDailyReleases(stores.sql));
        Ideas ideas = new Ideas(
                stores.tasks,
                stores.events,
                stores.alerts,
                vault,
                stores.clock,
                Clock.systemUTC(),
                stores.transactions);
        Declarations declarations = new Declarations(books, ideas, () -> "0".repeat(64));
        watch = new WatchHandler(
                exposures(),
                contracts(),
                new ExposureRules(new JollydayCalendars()),
                new Notices(stores.alerts, stores.events, stores.supply()),
                new ExposureDrafts(
                        declarations,
                        new ChangeDrafts(
                                new ChangePlans(books, ideas),
                                new ExposureRules(new JollydayCalendars()),
                                stores.clock)),
                stores.tasks,
                stores.transactions,
                stores.clock);
        stores.sql
                .sql(
                        "insert into erp_file (id, source, creditor, name, ordinal, phase, received_at, config_hash) values (1, 's', 'C', 'f', 1, 'ANSWERED', ?, ?)")
                .params(Times.utc(stores.clock.now()), "0".repeat(64))
                .update();
        stores.sql
                .sql(
                        "insert into buyer (id, creditor, customer_no, name, country, updated_at) values (1, 'C', 'B1', 'Buyer', 'FR', ?)")
                .param(Times.utc(stores.clock.now()))
                .update();
        stores.sql
                .sql(
                        "insert into exposure (id, contract, creditor, buyer_id, policy, currency) values (1, 'P', 'C', 1, 'P', 'EUR')")
                .update();
    }

    private void edit(String period) {
        Policy policy = new PolicyFiles(new JollydayCalendars())
                .read(List.of(new PolicyFiles.Source("mappings/policies/P.yaml", POLICY.formatted(period))))
                .policies()
                .get(0);
        int version = versions.size() + 1;
        contract = new Contract("P", List.of(new ContractTerm(policy, version)));
        versions.put(version, contract);
    }

    private Contracts contracts() {
        return new Contracts() {
            @Override
            public Contract contract(String key, PolicyPins pins) {
                Integer pinned = pins.versions().get(key);
                return pinned == null ? contract : versions.get(pinned);
            }

            @Override
            public Optional<String> contractOf(String policy) {
                return Optional.of("P");
            }
        };
    }

    private JdbcExposures exposures() {
        return new JdbcExposures(stores.named, new FactsReader(stores.named));
    }

    private long invoice(String number, LocalDate due, String gross) {
        stores.sql
                .sql("""
                        insert into receivable (creditor, source, invoice_number, instalment, type, issue_date, due_date, original_due_date, delivery_date,
                          currency, gross_amount, open_amount, buyer_id, buyer_ref, policy, exposure_id, row_hash, first_file, last_file, created_at, updated_at)
                        values ('C', 's', :number, 1, '380', :issued, :due, :due, :issued, 'EUR', :gross, :gross, 1, 'B1', 'P', 1, :hash, 1, 1, :now, :now)""")
                .param("number", number)
                .param("issued", due.minusDays(30))
                .param("due", due)
                .param("gross", new BigDecimal(gross))
                .param("hash", UUID.randomUUID())
                .param("now", Times.utc(stores.clock.now()))
                .update();
        return stores.sql
                .sql("select max(id) from receivable")
                .query(Long.class)
                .single();
    }

    private void payment(String id, LocalDate day, String amount, String reversalOf) {
        stores.sql
                .sql("""
                        insert into payment (creditor, source, payment_id, paid_on, amount, currency, buyer_id, buyer_ref, reversal_of, row_hash, file_id)
                        values ('C', 's', :id, :day, :amount, 'EUR', 1, 'B1', :reversal, :hash, 1)""")
                .param("id", id)
                .param("day", day)
                .param("amount", new BigDecimal(amount))
                .param("reversal", reversalOf)
                .param("hash", UUID.randomUUID())
                .update();
        arm();
    }

    /** Business time starts here, and the exposure is due. */
    private void at(String instant) {
        stores.clock.set(Instant.parse(instant));
        arm();
    }

    private void arm() {
        stores.transactions.executeWithoutResult(
                status -> stores.tasks.arm(WatchHandler.KIND, "1", "C", stores.clock.now(), Tasks.NEVER));
    }

    /** Does what is planned, stop by stop, as the sandbox's clock does. */
    private void runUntil(String instant) {
        Instant end = Instant.parse(instant);
        while (true) {
            for (Task task : stores.tasks.take("test", Set.of(WatchHandler.KIND), 5)) {
                watch.handle(task);
            }
            if (!stores.tasks.openNow(stores.clock.now()).stream()
                    .filter(open -> open.startsWith(WatchHandler.KIND))
                    .toList()
                    .isEmpty()) {
                continue;
            }
            Instant next = stores.sql
                    .sql("select min(due_at) from task where kind = 'exposure'")
                    .query(java.time.OffsetDateTime.class)
                    .optional()
                    .map(java.time.OffsetDateTime::toInstant)
                    .orElse(end);
            if (!next.isBefore(end)) {
                stores.clock.set(end);
                if (next.equals(end)) {
                    stores.tasks.take("test", Set.of(WatchHandler.KIND), 5).forEach(watch::handle);
                }
                return;
            }
            stores.clock.set(next);
        }
    }

    private String state(long receivable) {
        return stores.sql
                .sql("select state from receivable where id = ?")
                .param(receivable)
                .query(String.class)
                .single();
    }

    private List<BigDecimal> amounts() {
        return stores.sql
                .sql("select amount from claim")
                .query(BigDecimal.class)
                .list();
    }

    private List<LocalDate> closes() {
        return stores.sql
                .sql("select closes_on from deadline where kind = 'declaration' and current")
                .query(LocalDate.class)
                .list();
    }
}

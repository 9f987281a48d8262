package io.claimgate.flow.settlement;

import static io.claimgate.store.Times.utc;

import io.claimgate.catalogue.AccountingFiles;
import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.claim.ReceivableKey;
import io.claimgate.claim.Sent;
import io.claimgate.claim.Submission;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.bookkeeping.Bookkeeper;
import io.claimgate.flow.bookkeeping.StopSupply;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.ChangePlans;
import io.claimgate.flow.declaration.Declarations;
import io.claimgate.flow.watch.ChangeDrafts;
import io.claimgate.flow.watch.Contracts;
import io.claimgate.flow.watch.ExposureDrafts;
import io.claimgate.flow.watch.Notices;
import io.claimgate.flow.watch.PolicyPins;
import io.claimgate.flow.watch.WatchHandler;
import io.claimgate.policy.Contract;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.store.bookkeeping.JdbcHolds;
import io.claimgate.store.bookkeeping.JdbcPostings;
import io.claimgate.store.claim.JdbcChanges;
import io.claimgate.store.claim.JdbcClaims;
import io.claimgate.store.claim.JdbcDailyReleases;
import io.claimgate.store.claim.JdbcMessages;
import io.claimgate.store.claim.JdbcPauses;
import io.claimgate.store.claim.JdbcSubmissions;
import io.claimgate.store.settlement.JdbcClaimMoney;
import io.claimgate.store.settlement.JdbcClaimResults;
import io.claimgate.store.settlement.JdbcRemittances;
import io.claimgate.store.watch.FactsReader;
import io.claimgate.store.watch.JdbcExposures;
import io.claimgate.support.BookedInDatabase;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Claims of the shipped policy ACME-2026 over real tables, declared on 1 July 2026, with the real handlers of exposures and results. Each
 * claim has a buyer of its own with one invoice, delivered in January under a limit.
 */
public final class SettledWorld {

    static final String OWNER = "test-owner";

    final Stores stores;
    public final BookedInDatabase booked;
    final JdbcExposures exposures;
    final Books declaration;
    private final Contracts contracts;
    SettlementBooks books;
    ResultsHandler results;
    public SettlementActs acts;
    WatchHandler watch;
    private Ideas ideas;
    private long buyers;
    private int messages;

    SettledWorld(Databases database) {
        this(new Stores(database));
    }

    public SettledWorld(Stores stores) {
        this.stores = stores;
        JdbcPostings postings = new JdbcPostings(stores.named);
        booked = new BookedInDatabase(
                stores.sql,
                new Bookkeeper(postings, accounting(), ideas(stores.transactions), () -> "0".repeat(64)),
                postings);
        contracts = contracts(Path.of("mappings/policies/ACME-2026.yaml"));
        exposures = new JdbcExposures(stores.named, new FactsReader(stores.named));
        declaration = new Books(
                new JdbcClaims(stores.sql, stores.named),
                new JdbcSubmissions(stores.sql, stores.clock),
                new JdbcChanges(stores.sql, stores.named, stores.clock),
                new JdbcMessages(stores.sql, stores.clock, Clock.systemUTC()),
                new JdbcPauses(stores.sql),
                new JdbcDailyReleases(stores.sql));
        wire(stores.transactions);
        at("2026-07-01T09:00:00Z");
        stores.sql
                .sql("insert into erp_file (id, source, creditor, name, ordinal, phase, received_at, config_hash)"
                        + " values (1, 'acme', 'ACME-FR', 'f.csv', 1, 'ANSWERED', ?, ?)")
                .params(utc(stores.clock.now()), "0".repeat(64))
                .update();
    }

    /** The handlers over these transactions. */
    void wire(TransactionOperations transactions) {
        ideas = ideas(transactions);
        ExposureRules rules = new ExposureRules(new JollydayCalendars());
        books = new SettlementBooks(
                declaration,
                new JdbcClaimResults(stores.sql),
                new JdbcClaimMoney(stores.sql),
                new JdbcRemittances(stores.sql),
                exposures,
                contracts,
                rules,
                booked,
                booked,
                new SettlementSettings(Period.ofDays(60)));
        results = new ResultsHandler(books, ideas);
        acts = new SettlementActs(books, ideas);
        watch = new WatchHandler(
                exposures,
                contracts,
                rules,
                new Notices(
                        stores.alerts,
                        stores.events,
                        new StopSupply(new JdbcHolds(stores.named), stores.tasks, stores.clock)),
                new ExposureDrafts(
                        new Declarations(declaration, ideas, () -> "0".repeat(64)),
                        new ChangeDrafts(new ChangePlans(declaration, ideas), rules, stores.clock)),
                stores.tasks,
                stores.transactions,
                stores.clock);
    }

    private Ideas ideas(TransactionOperations transactions) {
        return new Ideas(
                stores.tasks, stores.events, stores.alerts, vault(), stores.clock, Clock.systemUTC(), transactions);
    }

    /** The shipped ones. */
    private static AccountingFiles accounting() {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.list(Path.of("mappings/accounting"))) {
            for (Path file : files.toList()) {
                texts.put("mappings/accounting/" + file.getFileName(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AccountingFiles.read(texts);
    }

    private io.claimgate.flow.Vault vault() {
        try {
            return stores.vault(Files.createTempDirectory("vault"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contracts contracts(Path file) {
        Policy policy;
        try {
            policy = new PolicyFiles(new JollydayCalendars())
                    .read(List.of(new PolicyFiles.Source(file.toString(), Files.readString(file))))
                    .policies()
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Contracts() {
            @Override
            public Contract contract(String key, PolicyPins pins) {
                return Contract.of(policy);
            }

            @Override
            public Optional<String> contractOf(String name) {
                return Optional.of(policy.name());
            }
        };
    }

    public void at(String instant) {
        stores.clock.set(Instant.parse(instant));
    }

    /** A claim of that gross amount that the insurer has. */
    public ClaimKey declared(String gross) {
        Claim draft = drafted(gross);
        return stores.transactions.execute(status -> {
            Submission.Sending sending = sending(draft);
            declaration.submissions().update(sending.acknowledged("INS-" + draft.key(), stores.clock.now()));
            Claim declaring = declaration.claims().lock(draft.key()).orElseThrow();
            declaration.claims().update(declaring.declared("INS-" + draft.key(), stores.clock.now()));
            arm("exposure", exposure(draft.key()));
            return draft.key();
        });
    }

    /** One of which the insurer may have got the bytes. */
    Submission.Sending sending(Claim draft) {
        Submission.Pending pending = declaration.submissions().insert(draft, 1, "0".repeat(64), stores.clock.now());
        Submission.Sending sending = pending.sending(new Sent(stores.clock.now(), stores.clock.now()));
        declaration.submissions().update(sending);
        declaration
                .claims()
                .update(declaration.claims().lock(draft.key()).orElseThrow().declaring());
        return sending;
    }

    Claim drafted(String gross) {
        long n = ++buyers;
        LocalDate delivered = LocalDate.of(2026, 1, 10);
        Instant now = stores.clock.now();
        stores.sql
                .sql(
                        "insert into buyer (id, creditor, customer_no, name, country, updated_at) values (?, 'ACME-FR', ?, ?, 'FR', ?)")
                .params(n, "C-" + n, "Buyer " + n, utc(now))
                .update();
        stores.sql
                .sql(
                        "insert into exposure (id, contract, creditor, buyer_id, policy, currency) values (?, 'ACME-2026', 'ACME-FR', ?, 'ACME-2026', 'EUR')")
                .params(n, n)
                .update();
        stores.sql
                .sql(
                        "insert into buyer_limit (creditor, buyer_id, limit_type, amount, currency, valid_from, decided_by, recorded_at)"
                                + " values ('ACME-FR', ?, 'NAMED', 1000000, 'EUR', date '2026-01-01', 'erp:acme', ?)")
                .params(n, utc(now))
                .update();
        long receivable = receivable(n, "F-" + n, "380", gross, delivered, null);
        ClaimLine line =
                new ClaimLine(receivable, "F-" + n, 1, delivered, delivered.plusDays(60), new BigDecimal(gross), "EUR");
        Claim claim = new Claim(
                ClaimKey.of("ACME-2026", new ReceivableKey("ACME-FR", "F-" + n, 1), 1),
                new ClaimSubject("ACME-2026", "ACME-2026", 1, "sandbox", "ACME-FR", n, n, 1, receivable),
                Claims.window(),
                Claims.AUTOMATIC,
                new BigDecimal(gross),
                "EUR",
                "PROTRACTED_DEFAULT",
                "machine",
                now,
                "0".repeat(64),
                ClaimState.DRAFT,
                null,
                null,
                null,
                null,
                null,
                0);
        stores.transactions.executeWithoutResult(status -> declaration.claims().insert(claim, List.of(line)));
        return claim;
    }

    long receivable(
            long buyer, String number, String type, String gross, LocalDate issued, @Nullable String preceding) {
        boolean note = type.equals("381");
        Map<String, Object> values = new HashMap<>();
        values.put("number", number);
        values.put("type", type);
        values.put("issued", issued);
        values.put("due", note ? null : issued.plusDays(60));
        values.put("delivered", note ? null : issued);
        values.put("gross", new BigDecimal(gross));
        values.put("preceding", preceding);
        values.put("buyer", buyer);
        values.put("ref", "C-" + buyer);
        values.put("hash", UUID.randomUUID());
        values.put("now", utc(stores.clock.now()));
        stores.sql.sql("""
                        insert into receivable (creditor, source, invoice_number, instalment, type, issue_date, due_date, original_due_date, delivery_date,
                          currency, gross_amount, open_amount, preceding_invoice, buyer_id, buyer_ref, policy, exposure_id, row_hash, first_file, last_file,
                          created_at, updated_at)
                        values ('ACME-FR', 'acme', :number, 1, :type, :issued, :due, :due, :delivered, 'EUR', :gross, :gross, :preceding, :buyer, :ref,
                          'ACME-2026', :buyer, :hash, 1, 1, :now, :now)""").params(values).update();
        return stores.sql
                .sql("select max(id) from receivable")
                .query(Long.class)
                .single();
    }

    /** The buyer pays, or a payment comes back. */
    public void payment(ClaimKey key, String id, String on, String amount, @Nullable String reversalOf) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("day", LocalDate.parse(on));
        values.put("amount", new BigDecimal(amount));
        values.put("buyer", exposure(key));
        values.put("ref", "C-" + exposure(key));
        values.put("invoice", "F-" + exposure(key));
        values.put("reversal", reversalOf);
        values.put("hash", UUID.randomUUID());
        stores.sql.sql("""
                        insert into payment (creditor, source, payment_id, paid_on, amount, currency, buyer_id, buyer_ref, invoice_number, reversal_of,
                          row_hash, file_id)
                        values ('ACME-FR', 'acme', :id, :day, :amount, 'EUR', :buyer, :ref, :invoice, :reversal, :hash, 1)""").params(values).update();
        armed("exposure", exposure(key));
    }

    void creditNote(ClaimKey key, String number, String on, String gross) {
        receivable(exposure(key), number, "381", gross, LocalDate.parse(on), "F-" + exposure(key));
        armed("exposure", exposure(key));
    }

    void lossOn(ClaimKey key, String day) {
        stores.sql
                .sql(
                        "insert into fact (creditor, kind, fact_date, buyer_id, recorded_by, recorded_at) values ('ACME-FR', 'DATE_OF_LOSS', ?, ?, 'anna', ?)")
                .params(LocalDate.parse(day), exposure(key), utc(stores.clock.now()))
                .update();
        armed("exposure", exposure(key));
    }

    /** The insurer tells where the claim stands. */
    void status(ClaimKey key, String status, String at) {
        tell(key, Map.of("kind", "STATUS", "status", status, "at", utc(Instant.parse(at))));
    }

    void documentsRequest(ClaimKey key, String at, String kinds) {
        tell(key, Map.of("kind", "REQUEST", "at", utc(Instant.parse(at)), "wanted", kinds));
    }

    public void settlement(ClaimKey key, String kind, String id, String on, String amount) {
        settlement(key, kind, id, on, amount, null, null, null);
    }

    void settlement(
            ClaimKey key,
            String kind,
            String id,
            String on,
            String amount,
            @Nullable String costs,
            @Nullable String insurerShare,
            @Nullable String insuredShare) {
        Map<String, Object> values = new HashMap<>();
        values.put("kind", "SETTLEMENT");
        values.put("settlement", id);
        values.put("settlementKind", kind);
        values.put("amount", new BigDecimal(amount));
        values.put("currency", "EUR");
        values.put("costs", decimal(costs));
        values.put("valueDate", LocalDate.parse(on));
        values.put("insurerShare", decimal(insurerShare));
        values.put("insuredShare", decimal(insuredShare));
        values.put("reference", "ref " + id);
        tell(key, values);
    }

    /** As the desk that takes results in does it: a waiting row, and the task. */
    private void tell(ClaimKey key, Map<String, ?> told) {
        Map<String, Object> values = new HashMap<>(told);
        values.put("message", "m-" + ++messages);
        values.put("claim", key.value());
        values.put("now", utc(stores.clock.now()));
        for (String name : List.of(
                "status",
                "at",
                "settlement",
                "settlementKind",
                "amount",
                "currency",
                "costs",
                "valueDate",
                "insurerShare",
                "insuredShare",
                "reference",
                "wanted")) {
            values.putIfAbsent(name, null);
        }
        stores.sql.sql("""
                        insert into claim_result (insurer, message_id, claim_key, creditor, kind, channel, status, at, settlement_id, settlement_kind, amount,
                          currency, costs, value_date, insurer_share, insured_share, reference, wanted, received_at)
                        values ('sandbox', :message, :claim, 'ACME-FR', :kind, 'PUSH', :status, :at, :settlement, :settlementKind, :amount, :currency, :costs,
                          :valueDate, :insurerShare, :insuredShare, :reference, :wanted, :now)""").params(values).update();
        stores.transactions.executeWithoutResult(status ->
                stores.tasks.arm(ResultsHandler.KIND, key.value(), "ACME-FR", stores.clock.now(), Tasks.NEVER));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    void armed(String kind, long ref) {
        stores.transactions.executeWithoutResult(status -> arm(kind, ref));
    }

    private void arm(String kind, long ref) {
        stores.tasks.arm(kind, Long.toString(ref), "ACME-FR", stores.clock.now(), Tasks.NEVER);
    }

    /** Runs what is due until nothing is. */
    public void run() {
        for (int runs = 0; runs < 5000; runs++) {
            List<Task> due = stores.tasks.take(OWNER, List.of(ResultsHandler.KIND, WatchHandler.KIND), 1);
            if (due.isEmpty()) {
                return;
            }
            Task task = due.get(0);
            if (task.kind().equals(ResultsHandler.KIND)) {
                results.handle(task);
            } else {
                watch.handle(task);
            }
        }
        throw new IllegalStateException("the claims never come to rest");
    }

    long exposure(ClaimKey key) {
        return stores.sql
                .sql("select exposure_id from claim where claim_key = ?")
                .param(key.value())
                .query(Long.class)
                .single();
    }

    String state(ClaimKey key) {
        return declaration.claims().find(key).orElseThrow().state().name();
    }

    /** Of the claim's invoice. */
    String receivable(ClaimKey key) {
        return stores.sql
                .sql("select state from receivable where claim_key = ? and type = '380'")
                .param(key.value())
                .query(String.class)
                .single();
    }

    List<String> outcomes(ClaimKey key) {
        return texts("select outcome from claim_result where claim_key = ? order by id", key.value());
    }

    List<String> alerts(ClaimKey key) {
        return texts("select code from alert where subject = ? and cleared_at is null order by code", "claim/" + key);
    }

    List<String> events(ClaimKey key) {
        return texts("select type from event where stream = ? order by seq", "claim/" + key).stream()
                .map(type -> type.replace("io.claimgate.", ""))
                .toList();
    }

    /** State, amount and close of every remittance. */
    List<String> remittances(ClaimKey key) {
        return texts(
                "select concat(state, ' ', cast(amount as numeric(20, 2)), ' ', closes_on) from remittance where claim_key = ? order by id",
                key.value());
    }

    List<String> texts(String query, String parameter) {
        return stores.sql.sql(query).param(parameter).query(String.class).list();
    }

    /** One figure of the sums. */
    BigDecimal sum(ClaimKey key, String column) {
        return stores.sql
                .sql("select " + column + " from v_claim_sums where claim_key = ?")
                .param(key.value())
                .query(BigDecimal.class)
                .single();
    }

    String deadline(ClaimKey key, String kind) {
        return stores.sql
                .sql(
                        "select concat(status, ' ', closes_on) from deadline where exposure_id = ? and kind = ? and current")
                .params(exposure(key), kind)
                .query(String.class)
                .optional()
                .orElse("none");
    }
}

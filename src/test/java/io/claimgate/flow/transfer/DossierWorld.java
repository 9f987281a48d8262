package io.claimgate.flow.transfer;

import static io.claimgate.store.Times.utc;

import com.fasterxml.jackson.databind.JsonNode;
import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.files.DossierArchive;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.declaration.ChangePlans;
import io.claimgate.flow.declaration.ClaimHandler;
import io.claimgate.flow.declaration.Declarations;
import io.claimgate.flow.declaration.Outgoing;
import io.claimgate.flow.watch.ChangeDrafts;
import io.claimgate.flow.watch.Contracts;
import io.claimgate.flow.watch.ExposureDrafts;
import io.claimgate.flow.watch.Notices;
import io.claimgate.flow.watch.PolicyPins;
import io.claimgate.flow.watch.WatchHandler;
import io.claimgate.paper.PdfPapers;
import io.claimgate.policy.Contract;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.store.claim.JdbcChanges;
import io.claimgate.store.claim.JdbcClaims;
import io.claimgate.store.claim.JdbcDailyReleases;
import io.claimgate.store.claim.JdbcMessages;
import io.claimgate.store.claim.JdbcPauses;
import io.claimgate.store.claim.JdbcSubmissions;
import io.claimgate.store.transfer.JdbcDossiers;
import io.claimgate.store.transfer.JdbcTransfers;
import io.claimgate.store.watch.FactsReader;
import io.claimgate.store.watch.JdbcExposures;
import io.claimgate.support.Databases;
import io.claimgate.support.GuardKit;
import io.claimgate.support.SandboxInsurer;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** From an unpaid invoice to the insurer's receipt for its documents: the real machine on a real database, against the real simulated insurer. */
final class DossierWorld {

    private static final AtomicLong NUMBERS = new AtomicLong(7_000_000);
    private static final ConfigurationFiles FILES = ConfigurationFiles.read(null);

    final Stores stores;
    final SandboxInsurer insurer = SandboxInsurer.shared();
    final SystemClock systemClock = new SystemClock();
    final Vault vault;
    final Books books;
    final TransferBooks transfers;
    final Outgoing outgoing;
    final Map<String, TaskHandler> handlers = new HashMap<>();
    final Ideas immortal;
    Ideas ideas;

    private final Contract contract;
    private long buyer;

    DossierWorld(Databases database) {
        this(database, "ACME-2026");
    }

    DossierWorld(Databases database, String policy) {
        stores = new Stores(database);
        insurer.follow(stores.clock);
        insurer.behaveNormally();
        contract = new Contract(policy, List.of(new ContractTerm(policy(policy), 1)));
        try {
            vault = stores.vault(Files.createTempDirectory("vault"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        books = new Books(
                new JdbcClaims(stores.sql, stores.named),
                new JdbcSubmissions(stores.sql, stores.clock),
                new JdbcChanges(stores.sql, stores.named, stores.clock),
                new JdbcMessages(stores.sql, stores.clock, systemClock),
                new JdbcPauses(stores.sql),
                new JdbcDailyReleases(stores.sql));
        transfers = new TransferBooks(
                books.claims(),
                new JdbcDossiers(stores.sql, stores.clock, stores.json),
                new JdbcTransfers(stores.sql, stores.clock),
                books.messages(),
                books.pauses());
        immortal = new Ideas(
                stores.tasks, stores.events, stores.alerts, vault, stores.clock, systemClock, stores.transactions);
        ideas = immortal;
        outgoing = new Outgoing(books, ideas);
        handlers.put(
                ClaimHandler.KIND,
                new ClaimHandler(
                        books, new GuardKit(stores.sql, stores.json, books, ideas).guards, ideas, insurer.channels()));
        Declarations declarations = new Declarations(books, ideas, () -> "0".repeat(64));
        handlers.put(
                WatchHandler.KIND,
                new WatchHandler(
                        new JdbcExposures(stores.named, new FactsReader(stores.named)),
                        contracts(),
                        new ExposureRules(new JollydayCalendars()),
                        new Notices(
                                stores.alerts,
                                stores.events,
                                new io.claimgate.flow.bookkeeping.StopSupply(
                                        new io.claimgate.store.bookkeeping.JdbcHolds(stores.named),
                                        stores.tasks,
                                        stores.clock)),
                        new ExposureDrafts(
                                declarations,
                                new ChangeDrafts(
                                        new ChangePlans(books, ideas),
                                        new ExposureRules(new JollydayCalendars()),
                                        stores.clock)),
                        stores.tasks,
                        stores.transactions,
                        stores.clock));
        wire(insurer.channels().documents());
        stores.sql
                .sql("insert into erp_file (id, source, creditor, name, ordinal, phase, received_at, config_hash)"
                        + " values (1, 'acme', ?, 'f.csv', 1, 'ANSWERED', ?, ?)")
                .params(creditor(), utc(stores.clock.now()), "0".repeat(64))
                .update();
        anotherBuyer();
    }

    /** What follows is about another buyer. */
    void anotherBuyer() {
        buyer = NUMBERS.incrementAndGet();
        stores.sql
                .sql("insert into buyer (id, creditor, customer_no, name, country, city, updated_at)"
                        + " values (?, ?, ?, 'Buyer & Sons', 'FR', 'Paris', ?)")
                .params(buyer, creditor(), "C-" + buyer, utc(stores.clock.now()))
                .update();
        stores.sql
                .sql(
                        "insert into exposure (id, contract, creditor, buyer_id, policy, currency) values (?, ?, ?, ?, ?, ?)")
                .params(buyer, contract.key(), creditor(), buyer, contract.key(), currency())
                .update();
    }

    /** Documents go these ways from now on. */
    void wire(DocumentChannels channels) {
        handlers.put(
                DossierHandler.KIND,
                new DossierHandler(
                        transfers, ideas, contracts(), channels, new PdfPapers(), new DossierArchive(vault)));
        handlers.put(TransferHandler.KIND, new TransferHandler(transfers, ideas, channels));
    }

    /** An invoice of this due date, unpaid; its receivable. */
    long invoice(LocalDate due, String gross) {
        long number = NUMBERS.incrementAndGet();
        stores.sql
                .sql("""
                        insert into receivable (id, creditor, source, invoice_number, instalment, type, issue_date, due_date, original_due_date,
                          delivery_date, currency, gross_amount, open_amount, buyer_id, buyer_ref, policy, exposure_id, row_hash, first_file, last_file,
                          created_at, updated_at)
                        values (:id, :creditor, 'acme', :number, 1, '380', :issued, :due, :due, :issued, :currency, :gross, :gross, :buyer, :ref,
                          :policy, :buyer, cast('00000000-0000-0000-0000-000000000000' as uuid), 1, 1, :now, :now)""")
                .param("id", number)
                .param("creditor", creditor())
                .param("number", "F-" + number)
                .param("issued", due.minusDays(30))
                .param("due", due)
                .param("currency", currency())
                .param("gross", new BigDecimal(gross))
                .param("buyer", buyer)
                .param("ref", "C-" + buyer)
                .param("policy", contract.key())
                .param("now", utc(stores.clock.now()))
                .update();
        arm(WatchHandler.KIND, Long.toString(buyer));
        return number;
    }

    /** The claim of the buyer, declared by the machine on the day that its policy plans; what is due is done. */
    ClaimKey declaredOn(String instant) {
        runUntil(instant);
        return declared();
    }

    /** The buyer's declared claim. On a busy machine the insurer's answer may come too late, and is then asked for. */
    ClaimKey declared() {
        for (int patience = 0; patience < 5 && declaredClaim().isEmpty(); patience++) {
            pass(Duration.ofSeconds(6));
            run();
        }
        return declaredClaim().orElseThrow();
    }

    private Optional<ClaimKey> declaredClaim() {
        return stores.sql
                .sql("select claim_key from claim where buyer_id = ? and state = 'DECLARED'")
                .param(buyer)
                .query((row, number) -> new ClaimKey(row.getString(1)))
                .optional();
    }

    /** Somebody brings a document, tied to a receivable. */
    void document(DocumentKind kind, long receivable) {
        document(kind, "receivable/" + receivable, kind + " of " + receivable);
    }

    void document(DocumentKind kind, String tie, String content) {
        document(kind, tie, content.getBytes(StandardCharsets.UTF_8));
    }

    void document(DocumentKind kind, String tie, byte[] bytes) {
        Vault.Stored stored = vault.put(creditor(), "DOCUMENT", bytes);
        String id = tie.substring(tie.indexOf('/') + 1);
        stores.sql
                .sql("""
                        insert into document (creditor, kind, name, sha256, size_bytes, media_type, tie, receivable_id, buyer_id, claim_key, origin,
                          received_at) values (:creditor, :kind, 'as it came.pdf', :sha, :size, 'application/pdf', :tie, :receivable, :buyer, :claim,
                          'erp:acme', :now)""")
                .param("creditor", creditor())
                .param("kind", kind.name())
                .param("sha", stored.sha256())
                .param("size", stored.size())
                .param("tie", tie)
                .param("receivable", tie.startsWith("receivable/") ? Long.valueOf(id) : null)
                .param("buyer", tie.startsWith("buyer/") ? Long.valueOf(id) : null)
                .param("claim", tie.startsWith("claim/") ? id : null)
                .param("now", utc(stores.clock.now()))
                .update();
        armDossier();
    }

    /** A fact of the buyer's account. */
    void fact(String kind, LocalDate on) {
        stores.sql
                .sql(
                        "insert into fact (creditor, kind, fact_date, buyer_id, channel, note, recorded_by, recorded_at, source)"
                                + " values (?, ?, ?, ?, 'EMAIL', 'please pay', 'erp:acme', ?, 'acme')")
                .params(creditor(), kind, on, buyer, utc(stores.clock.now()))
                .update();
    }

    void request(ClaimKey key, DocumentKind kind, LocalDate replyBy) {
        stores.sql
                .sql(
                        "insert into dossier_request (claim_key, message_id, kind, note, requested_at, reply_by) values (?, ?, ?, 'please', ?, ?)")
                .params(key.value(), "m" + NUMBERS.incrementAndGet(), kind.name(), utc(stores.clock.now()), replyBy)
                .update();
        armDossier();
    }

    void armDossier() {
        stores.sql
                .sql("select claim_key from claim where buyer_id = ?")
                .param(buyer)
                .query(String.class)
                .list()
                .forEach(key -> arm(DossierHandler.KIND, key));
    }

    String buyerTie() {
        return "buyer/" + buyer;
    }

    private void arm(String kind, String ref) {
        stores.transactions.executeWithoutResult(
                status -> stores.tasks.arm(kind, ref, creditor(), stores.clock.now(), Tasks.NEVER));
    }

    /** Does everything that is due now; how many tasks that were. */
    int run() {
        int runs = 0;
        for (List<Task> due = take(); !due.isEmpty(); due = take()) {
            due.forEach(task -> handlers.get(task.kind()).handle(task));
            runs += due.size();
            if (runs > 500) {
                throw new IllegalStateException("the dossier never comes to rest");
            }
        }
        return runs;
    }

    /** Does what is planned, stop by stop, as the sandbox's clock does. */
    void runUntil(String instant) {
        Instant end = Instant.parse(instant);
        run();
        for (Optional<Instant> next = next(); next.isPresent() && next.get().isBefore(end); next = next()) {
            stores.clock.set(next.get());
            systemClock.now = next.get();
            releaseHolds();
            run();
        }
        stores.clock.set(end);
        systemClock.now = end;
        releaseHolds();
        run();
    }

    /** Business and system time pass together. */
    void pass(Duration duration) {
        stores.clock.advance(duration);
        systemClock.now = systemClock.now.plus(duration);
        releaseHolds();
    }

    /** The task table judges holds by the real system clock; the test's own has just moved past them. */
    private void releaseHolds() {
        stores.sql.sql("update task set hold_until = null").update();
    }

    List<Task> take() {
        return stores.tasks.take("test-owner", handlers.keySet(), 10);
    }

    private Optional<Instant> next() {
        return stores.tasks.nextDue(stores.clock.now());
    }

    /** When a task of this kind runs next. */
    Optional<Instant> next(String kind) {
        return stores.sql
                .sql("select min(due_at) as due from task where kind = ? and state = 'READY'")
                .param(kind)
                .query((row, number) -> Optional.ofNullable(row.getObject("due", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** {@code OPEN 2/6}. */
    String dossier(ClaimKey key) {
        return stores.sql
                .sql("select concat(state, ' ', present, '/', required) from dossier where claim_key = ?")
                .param(key.value())
                .query(String.class)
                .single();
    }

    LocalDate completeOn(ClaimKey key) {
        return transfers.dossiers().find(key).orElseThrow().completeOn();
    }

    List<String> missing(ClaimKey key) {
        return transfers.dossiers().find(key).orElseThrow().missing().stream()
                .map(missing -> missing.kind().name())
                .toList();
    }

    /** {@code 1 SOAP ACKNOWLEDGED 1} each: number, channel, state, calls. */
    List<String> sendings(ClaimKey key) {
        return stores.sql
                .sql(
                        "select concat(s.attempt, ' ', t.channel, ' ', s.state, ' ', s.calls) from submission s join transfer t"
                                + " on t.submission_id = s.id where s.claim_key = ? order by s.attempt")
                .param(key.value())
                .query(String.class)
                .list();
    }

    /** {@code INVOICE x1} each, as the insurer counts them before any deduplication. */
    List<String> atInsurer(ClaimKey key) {
        return insurer.documents(key.value()).stream()
                .map((JsonNode document) -> document.get("kind").asText() + " x"
                        + document.get("receives").asInt())
                .sorted()
                .toList();
    }

    List<String> alerts(ClaimKey key) {
        return stores.sql
                .sql(
                        "select concat(code, ' ', severity) from alert where subject like ? and cleared_at is null order by code")
                .param("claim/" + key + "%")
                .query(String.class)
                .list();
    }

    List<String> events(ClaimKey key) {
        return stores
                .sql
                .sql("select type from event where stream = ? order by seq")
                .param("claim/" + key)
                .query(String.class)
                .list()
                .stream()
                .map(type -> type.replace("io.claimgate.", ""))
                .filter(type -> type.startsWith("dossier."))
                .toList();
    }

    /** {@code 2026-07-29 MET}. */
    String clock(String kind) {
        return stores.sql
                .sql(
                        "select concat(closes_on, ' ', status) from deadline where exposure_id = ? and kind = ? and current")
                .params(buyer, kind)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    void behave(String mode) {
        behave(mode, "");
    }

    void behave(String mode, String more) {
        insurer.behave("{\"operation\":\"TransferDocument\",\"mode\":\"" + mode + "\"" + more + "}");
    }

    String creditor() {
        return contract.newest().policy().creditors().get(0);
    }

    private String currency() {
        return contract.newest().policy().currency();
    }

    private Contracts contracts() {
        return new Contracts() {
            @Override
            public Contract contract(String key, PolicyPins pins) {
                return contract;
            }

            @Override
            public Optional<String> contractOf(String policy) {
                return Optional.of(contract.key());
            }
        };
    }

    private static Policy policy(String name) {
        String path = "mappings/policies/" + name + ".yaml";
        return new PolicyFiles(new JollydayCalendars())
                .read(List.of(new PolicyFiles.Source(
                        path, FILES.texts("mappings/policies", ".yaml").get(path))))
                .policies()
                .get(0);
    }

    static final class SystemClock extends Clock {
        private volatile Instant now = Instant.parse("2026-06-01T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

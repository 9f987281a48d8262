package io.claimgate.flow.bookkeeping;

import static io.claimgate.store.Times.utc;

import io.claimgate.accounting.Booking;
import io.claimgate.files.AccountingFileWriter;
import io.claimgate.files.OutFolders;
import io.claimgate.flow.Home;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.store.bookkeeping.JdbcHolds;
import io.claimgate.store.bookkeeping.JdbcOutBatches;
import io.claimgate.store.bookkeeping.JdbcPostings;
import io.claimgate.support.Bookings;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/** The whole machine of bookkeeping on a real database and real folders, with a clock that the test moves. */
final class Desk {

    static final List<String> KINDS = List.of(PostingBatchHandler.KIND, HoldBatchHandler.KIND, AnswerHandler.KIND);

    final Stores stores;
    final Home home;
    final JdbcPostings postings;
    final JdbcOutBatches batches;
    final JdbcHolds holds;
    final Ideas ideas;
    Bookkeeper bookkeeper;
    PostingBatchHandler postingHandler;
    HoldBatchHandler holdHandler;
    AnswerHandler answerHandler;
    BatchActs acts;
    Receipts receipts;
    StopSupply supply;

    Desk(Stores stores, Path folder) {
        this.stores = stores;
        home = new Home(folder);
        postings = new JdbcPostings(stores.named);
        batches = new JdbcOutBatches(stores.sql);
        holds = new JdbcHolds(stores.named);
        ideas = ideas(stores.transactions);
        wire(ideas, new OutFolders(home));
    }

    Ideas ideas(TransactionOperations transactions) {
        return new Ideas(
                stores.tasks,
                stores.events,
                stores.alerts,
                stores.vault(home.vault()),
                stores.clock,
                Clock.systemUTC(),
                transactions);
    }

    void wire(Ideas with, OutFolder folder) {
        Mappings mappings = Bookings.mappings();
        bookkeeper = new Bookkeeper(postings, mappings, with, () -> "0".repeat(64));
        postingHandler = new PostingBatchHandler(
                postings,
                batches,
                mappings,
                new AccountingFileWriter(),
                folder,
                with,
                new BookkeepingSettings(Duration.ofDays(3)));
        holdHandler = new HoldBatchHandler(holds, batches, new AccountingFileWriter(), folder, with);
        answerHandler = new AnswerHandler(postings, batches, with);
        acts = new BatchActs(batches, postingHandler, holdHandler, with);
        receipts = new Receipts(postings, postings, batches, with);
        supply = stores.supply();
    }

    /** A buyer with customer numbers C-1, C-2.. for his receivables F-1, F-2.., an exposure and a declared claim. */
    void claim(String key, long buyer, long... receivables) {
        var now = utc(stores.clock.now());
        sql(
                "insert into buyer (id, creditor, customer_no, name, country, updated_at) values (?, 'ACME-FR', ?, ?, 'FR', ?)",
                buyer,
                "C-" + buyer,
                "Buyer & Sons " + buyer,
                now);
        sql(
                "insert into exposure (id, contract, creditor, buyer_id, policy, currency) values (?, 'ACME', 'ACME-FR', ?, 'ACME-2026', 'EUR')",
                buyer,
                buyer);
        for (long id : receivables) {
            sql(
                    "insert into receivable (id, creditor, source, invoice_number, instalment, type, issue_date, due_date, original_due_date, currency,"
                            + " gross_amount, open_amount, buyer_id, buyer_ref, exposure_id, row_hash, first_file, last_file, created_at, updated_at)"
                            + " values (?, 'ACME-FR', 'acme', ?, 1, '380', ?, ?, ?, 'EUR', ?, ?, ?, ?, ?,"
                            + " cast('00000000-0000-0000-0000-000000000000' as uuid), 1, 1, ?, ?)",
                    id,
                    "F-" + id,
                    LocalDate.of(2026, 3, 1),
                    LocalDate.of(2026, 3, 31),
                    LocalDate.of(2026, 3, 31),
                    new BigDecimal("100.00"),
                    new BigDecimal("100.00"),
                    buyer,
                    "C-" + id,
                    buyer,
                    now,
                    now);
        }
        sql(
                "insert into claim (claim_key, exposure_id, episode, contract, policy, policy_version, insurer, creditor, buyer_id, governing, state,"
                        + " amount, currency, cause, closes_on, close_at, drafted_at, requested_by, declare_mode, on_safe_date, opening_hard, zone,"
                        + " config_hash) values (?, ?, 1, 'ACME', 'ACME-2026', 1, 'sandbox', 'ACME-FR', ?, ?, 'DECLARED', 100, 'EUR',"
                        + " 'PROTRACTED_DEFAULT', ?, ?, ?, 'machine', 'AUTOMATIC', 'DECLARE', true, 'Europe/Paris', ?)",
                key,
                buyer,
                buyer,
                receivables[0],
                LocalDate.of(2026, 7, 31),
                now,
                now,
                "0".repeat(64));
    }

    void identifier(long buyer, String source, String number) {
        sql(
                "insert into buyer_identifier (creditor, scheme, id_value, buyer_id) values ('ACME-FR', ?, ?, ?)",
                "erp:" + source,
                number,
                buyer);
    }

    void sql(String statement, Object... values) {
        stores.sql.sql(statement).params(values).update();
    }

    void book(Booking booking) {
        stores.transactions.executeWithoutResult(status -> bookkeeper.book(booking));
    }

    /** Something to write for the claim. */
    void book(String cause, String amount) {
        book(Bookings.booking(
                cause, Booking.Event.INDEMNITY_PAID, Bookings.gross(amount), Bookings.receivable(1, "acme", "1")));
    }

    Receipts.Taken answer(String id, io.claimgate.accounting.PostingState.Answer answer) {
        return stores.transactions.execute(status ->
                receipts.take("acme", "ACME-FR", new Receipts.Receipt(id, answer, "DOC-" + id.substring(2, 6), null)));
    }

    List<Task> take() {
        return stores.tasks.take("test", KINDS, 10);
    }

    /** Runs what is due, and what that makes due. */
    void run() {
        List<Task> tasks;
        while (!(tasks = take()).isEmpty()) {
            tasks.forEach(this::handle);
        }
    }

    void handle(Task task) {
        switch (task.kind()) {
            case PostingBatchHandler.KIND -> postingHandler.handle(task);
            case HoldBatchHandler.KIND -> holdHandler.handle(task);
            default -> answerHandler.handle(task);
        }
    }

    /** What an ERP sees in out/. */
    List<String> out(String source) {
        try (Stream<Path> files = Files.list(home.out(source))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String source, String name) {
        try {
            return Files.readString(home.out(source).resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ERP takes every file that it sees. */
    List<String> collect(String source) {
        List<String> taken = new ArrayList<>();
        for (String name : out(source)) {
            taken.add(text(source, name));
            try {
                Files.delete(home.out(source).resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return taken;
    }

    List<String> ids() {
        return texts("select posting_id from posting order by made_no");
    }

    List<String> states() {
        return texts("select state from posting order by made_no");
    }

    List<String> alerts() {
        return texts(
                "select concat(code, ' ', subject) from alert where cleared_at is null and code like 'ACC%' order by id");
    }

    List<String> tasks() {
        return texts("select concat(kind, ' ', ref, ' ', state) from task order by kind, ref");
    }

    List<String> texts(String query) {
        return stores.sql.sql(query).query(String.class).list();
    }
}

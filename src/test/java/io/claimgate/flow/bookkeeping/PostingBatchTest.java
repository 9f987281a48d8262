package io.claimgate.flow.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.accounting.Booking;
import io.claimgate.accounting.Booking.Amount;
import io.claimgate.accounting.Booking.Event;
import io.claimgate.accounting.PostingState.Answer;
import io.claimgate.files.OutFolders;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.support.Bookings;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From bookings to files that an ERP takes, on both databases. */
class PostingBatchTest {

    private static final String HEADER =
            "postingId,line,date,account,auxiliary,debit,credit,currency,text,claimKey,invoiceNumber,insurerReference,cause";

    @TempDir
    Path folder;

    private Desk desk(Databases database) {
        Desk desk = new Desk(new Stores(database), folder);
        desk.claim(Bookings.CLAIM, 1, 1, 2);
        return desk;
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_booking_becomes_a_file_of_the_contract(Databases database) {
        // Given
        Desk desk = desk(database);
        desk.book(Bookings.booking(
                "settlement/sandbox/S-3",
                Event.RECOVERY_BY_INSURER,
                Bookings.recovery("2400.00", "16200.00", "5400.00"),
                Bookings.receivable(1, "acme", "2"),
                Bookings.receivable(2, "acme", "1")));

        // When
        desk.run();

        // Then
        String id = desk.ids().get(0);
        assertThat(desk.out("acme")).singleElement().asString().matches("postings_\\d{8}T\\d{9}_1\\.csv");
        String start = id + ",%d,2026-06-10,";
        String end = ",EUR,Récupération par l'assureur,CG-TEST-1,%s,INS-77,settlement/sandbox/S-3";
        assertThat(desk.text("acme", desk.out("acme").get(0)))
                .isEqualTo(String.join(
                        "\r\n",
                        HEADER,
                        start.formatted(1) + "467,sandbox,5400.00,0.00" + end.formatted(""),
                        start.formatted(2) + "7587,,16200.00,0.00" + end.formatted(""),
                        start.formatted(3) + "6227,,2400.00,0.00" + end.formatted(""),
                        start.formatted(4) + "416,C-1,0.00,16000.00" + end.formatted("F-1"),
                        start.formatted(5) + "416,C-2,0.00,8000.00" + end.formatted("F-2"),
                        ""));
        assertThat(desk.states()).containsExactly("WRITTEN");
        assertThat(desk.texts("select type from event where stream = 'posting/" + id + "' order by seq"))
                .containsExactly("io.claimgate.posting.made", "io.claimgate.posting.written");
        assertThat(desk.texts("select class from vault_object")).containsExactly("POSTING");
        assertThat(desk.tasks()).containsExactly("posting-answers 1 READY");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_cause_is_booked_and_written_once_however_often_it_comes(Databases database) {
        // Given
        Desk desk = desk(database);
        desk.book("settlement/sandbox/S-1", "90.00");
        desk.run();

        // When
        desk.book("settlement/sandbox/S-1", "90.00");
        desk.run();

        // Then
        assertThat(desk.out("acme")).hasSize(1);
        assertThat(desk.ids()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_spreadsheet_would_run_is_text(Databases database) {
        // Given
        Desk desk = desk(database);
        desk.sql("update receivable set buyer_ref = '=HYPERLINK(\"x\")' where id = 1");
        Booking.Receivable hostile = new Booking.Receivable(1, "acme", "@SUM(1,2)\nnext", 1, new BigDecimal("1"));
        desk.book(Bookings.booking("c", Event.RECOVERY_BY_INSURER, Bookings.recovery("0.00", "0.00", "5.00"), hostile));

        // When
        desk.run();

        // Then
        assertThat(desk.text("acme", desk.out("acme").get(0)))
                .contains("\"'=HYPERLINK(\"\"x\"\")\"")
                .contains("\"'@SUM(1,2)\nnext\"");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void five_hundred_bookings_are_in_the_files_to_the_cent(Databases database) {
        // Given
        Desk desk = desk(database);
        Random random = new Random(500);
        Map<Event, Map<Amount, BigDecimal>> booked = new EnumMap<>(Event.class);
        for (int i = 0; i < 500; i++) {
            Event event = Event.values()[random.nextInt(Event.values().length)];
            Map<Amount, BigDecimal> amounts = Bookings.any(random, event);
            amounts.forEach((name, amount) -> booked.computeIfAbsent(event, key -> new EnumMap<>(Amount.class))
                    .merge(name, amount, BigDecimal::add));
            desk.book(Bookings.booking(
                    "cause/" + i,
                    Bookings.CLAIM,
                    event,
                    Bookings.DAY,
                    amounts,
                    List.of(
                            Bookings.receivable(1, "acme", Integer.toString(random.nextInt(9))),
                            Bookings.receivable(2, "highradius", Integer.toString(1 + random.nextInt(9))),
                            Bookings.receivable(3, "acme", "1"))));
            if (i % 97 == 0) {
                desk.run();
            }
        }

        // When
        desk.run();

        // Then
        Map<String, BigDecimal> french = balances(desk, "acme");
        Map<String, BigDecimal> neutral = balances(desk, "highradius");
        assertThat(both(french, "416", neutral, "DOUBTFUL-CUSTOMERS"))
                .isEqualByComparingTo(of(booked, Event.RECOVERY_BY_INSURER_REVERSED, Amount.GROSS)
                        .subtract(of(booked, Event.RECOVERY_BY_INSURER, Amount.GROSS)));
        assertThat(both(french, "512", neutral, "BANK"))
                .isEqualByComparingTo(of(booked, Event.INDEMNITY_PAID, Amount.GROSS)
                        .subtract(of(booked, Event.REMITTED, Amount.GROSS)));
        assertThat(both(french, "6227", neutral, "COLLECTION-COSTS"))
                .isEqualByComparingTo(of(booked, Event.COSTS_CHARGED, Amount.GROSS)
                        .add(of(booked, Event.RECOVERY_BY_INSURER, Amount.COSTS))
                        .subtract(of(booked, Event.RECOVERY_BY_INSURER_REVERSED, Amount.COSTS)));
        assertThat(both(french, "7587", neutral, "INSURANCE-INDEMNITIES"))
                .isEqualByComparingTo(of(booked, Event.INDEMNITY_ACKNOWLEDGEMENT_REVERSED, Amount.GROSS)
                        .subtract(of(booked, Event.INDEMNITY_ACKNOWLEDGED, Amount.GROSS))
                        .add(of(booked, Event.CLAWBACK, Amount.GROSS))
                        .subtract(of(booked, Event.CLAWBACK_REVERSED, Amount.GROSS))
                        .add(of(booked, Event.RECOVERY_BY_INSURER, Amount.INSURER_SHARE))
                        .subtract(of(booked, Event.RECOVERY_BY_INSURER_REVERSED, Amount.INSURER_SHARE))
                        .add(of(booked, Event.RECOVERY_BY_INSURED, Amount.INSURER_SHARE))
                        .subtract(of(booked, Event.RECOVERY_BY_INSURED_REVERSED, Amount.INSURER_SHARE)));
        assertThat(french.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
        assertThat(desk.states()).containsOnly("WRITTEN");
    }

    private static BigDecimal of(Map<Event, Map<Amount, BigDecimal>> booked, Event event, Amount amount) {
        return booked.getOrDefault(event, Map.of()).getOrDefault(amount, BigDecimal.ZERO);
    }

    private static BigDecimal both(
            Map<String, BigDecimal> one, String account, Map<String, BigDecimal> other, String otherAccount) {
        return one.getOrDefault(account, BigDecimal.ZERO).add(other.getOrDefault(otherAccount, BigDecimal.ZERO));
    }

    /** Debit less credit by account, read from the files alone; each posting in one file only. */
    private static Map<String, BigDecimal> balances(Desk desk, String source) {
        Map<String, BigDecimal> balances = new HashMap<>();
        Map<String, String> fileOf = new HashMap<>();
        for (String file : desk.out(source)) {
            for (String line : desk.text(source, file).split("\r\n")) {
                String[] fields = line.split(",");
                if (!fields[0].equals("postingId")) {
                    assertThat(fileOf.putIfAbsent(fields[0], file)).isIn(null, file);
                    balances.merge(
                            fields[3], new BigDecimal(fields[5]).subtract(new BigDecimal(fields[6])), BigDecimal::add);
                }
            }
        }
        return balances;
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_that_the_erp_took_before_we_could_record_it_needs_no_person_once_it_answers(Databases database)
            throws Exception {
        // Given
        Desk desk = desk(database);
        desk.book("c", "90.00");
        diesAfterTheRenaming(desk);
        desk.collect("acme");

        // When
        desk.answer(desk.ids().get(0), Answer.POSTED);
        desk.run();

        // Then
        assertThat(desk.texts("select state from out_batch")).containsExactly("WRITTEN");
        assertThat(desk.states()).containsExactly("CONFIRMED");
        assertThat(desk.alerts()).isEmpty();
        assertThat(desk.out("acme")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_that_is_gone_without_an_answer_is_a_persons_and_never_written_by_the_machine(Databases database)
            throws Exception {
        // Given
        Desk desk = desk(database);
        desk.book("c", "90.00");
        diesAfterTheRenaming(desk);
        desk.collect("acme");

        // When
        desk.run();
        desk.book("d", "10.00");
        desk.run();

        // Then
        assertThat(desk.texts("select state from out_batch")).containsExactly("DOUBTFUL");
        assertThat(desk.alerts()).containsExactly("ACC-003 out-batch/1");
        assertThat(desk.tasks()).containsExactly("posting-batch acme PARKED");
        assertThat(desk.out("acme")).isEmpty();
        assertThat(desk.states()).containsExactly("FIXED", "OPEN");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_knows_that_the_erp_has_it_says_so_and_the_rest_goes_on(Databases database) throws Exception {
        // Given
        Desk desk = desk(database);
        desk.book("c", "90.00");
        diesAfterTheRenaming(desk);
        desk.collect("acme");
        desk.run();
        desk.book("d", "10.00");

        // When
        desk.acts.written(1, "the accountant has seen it", "olga");
        desk.run();

        // Then
        assertThat(desk.states()).containsExactly("WRITTEN", "WRITTEN");
        assertThat(desk.out("acme")).singleElement().asString().endsWith("_2.csv");
        assertThat(desk.alerts()).isEmpty();
        assertThat(desk.texts("select concat(type, ' ', actor) from event where stream = 'out-batch/1'"))
                .containsExactly("io.claimgate.batch.found-written olga");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_knows_that_the_erp_has_it_not_has_the_same_bytes_written_again(Databases database) throws Exception {
        // Given
        Desk desk = desk(database);
        desk.book("c", "90.00");
        diesAfterTheRenaming(desk);
        List<String> lost = desk.collect("acme");
        desk.run();

        // When
        desk.acts.writeAgain(1, "deleted by mistake", "olga");
        desk.run();

        // Then
        assertThat(desk.collect("acme")).isEqualTo(lost);
        assertThat(desk.alerts()).isEmpty();
        assertThatThrownBy(() -> desk.acts.writeAgain(1, "again", "olga")).isInstanceOf(ActRefused.class);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_has_lost_the_task_writes_nothing(Databases database) {
        // Given
        Desk desk = desk(database);
        desk.book("c", "90.00");
        Task task = desk.take().get(0);
        desk.sql("update task set owner = 'another', fence = fence + 1");

        // When
        // Then
        assertThatThrownBy(() -> desk.handle(task)).isInstanceOf(Tasks.LeaseLost.class);
        assertThat(desk.out("acme")).isEmpty();
        // Nor does it fix anything: who holds the task may have looked before, and have ended it.
        assertThat(desk.states()).containsExactly("OPEN");
    }

    /** It stood still before it laid the file down; its successor wrote it, the ERP took it, and the successor died before recording that. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_was_frozen_before_the_file_lay_beside_brings_no_second_one(Databases database) {
        // Given
        Desk desk = desk(database);
        desk.book("c", "90.00");
        OutFolders real = new OutFolders(desk.home);
        Task frozen = desk.take().get(0);
        List<String> taken = new ArrayList<>();
        desk.wire(desk.ideas, new FrozenFolder(real, () -> {
            desk.sql("update task set state = 'READY', owner = null");
            desk.wire(desk.ideas, new DyingFolder(real));
            Task successor = desk.take().get(0);
            assertThatThrownBy(() -> desk.handle(successor)).isInstanceOf(DyingFolder.Died.class);
            taken.addAll(desk.collect("acme"));
        }));

        // When
        assertThatThrownBy(() -> desk.handle(frozen)).isInstanceOf(Tasks.LeaseLost.class);
        desk.wire(desk.ideas, real);
        desk.sql("update task set state = 'READY', owner = null");
        desk.run();

        // Then
        assertThat(taken).hasSize(1);
        assertThat(desk.out("acme")).isEmpty();
        assertThat(desk.alerts()).containsExactly("ACC-003 out-batch/1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void two_that_fix_at_once_make_one_file(Databases database) throws Exception {
        // Given
        Desk desk = desk(database);
        for (int i = 0; i < 40; i++) {
            desk.book("c" + i, "1.00");
        }
        Task task = desk.take().get(0);
        ExecutorService both = Executors.newFixedThreadPool(2);

        // When
        Callable<Boolean> handle = () -> {
            desk.handle(task);
            return true;
        };
        int failed = 0;
        for (Future<Boolean> one : both.invokeAll(List.of(handle, handle))) {
            try {
                one.get();
            } catch (ExecutionException beaten) {
                failed++;
            }
        }
        both.shutdown();
        desk.sql("update task set state = 'READY', owner = null where state = 'RUNNING'");
        desk.run();

        // Then
        assertThat(failed).isLessThanOrEqualTo(1);
        assertThat(balances(desk, "acme").get("512")).isEqualByComparingTo("40.00");
        // One that came between the other's last look and its file asks a person.
        boolean asked = desk.alerts().equals(List.of("ACC-003 out-batch/1"));
        assertThat(desk.states()).containsOnly(asked ? "FIXED" : "WRITTEN");
        assertThat(desk.texts("select cast(count(*) as varchar) from out_batch"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_file_that_nobody_answers_in_time_alerts_and_is_cleared_by_the_answer(Databases database) {
        // Given
        Desk desk = desk(database);
        desk.book("c", "90.00");
        desk.run();
        desk.stores.clock.advance(Duration.ofDays(3));

        // When
        desk.run();
        List<String> unanswered = desk.alerts();
        desk.answer(desk.ids().get(0), Answer.POSTED);

        // Then
        assertThat(unanswered).containsExactly("ACC-001 out-batch/1");
        assertThat(desk.alerts()).isEmpty();
        assertThat(desk.tasks()).containsExactly("results CG-TEST-1 READY");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_answer_in_time_leaves_nothing_to_alert(Databases database) {
        // Given
        Desk desk = desk(database);
        desk.book("c", "90.00");
        desk.run();
        desk.answer(desk.ids().get(0), Answer.POSTED);
        desk.stores.clock.advance(Duration.ofDays(3));

        // When
        desk.run();

        // Then
        assertThat(desk.alerts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_is_looked_at_when_its_last_posting_is_confirmed(Databases database) {
        // Given
        Desk desk = desk(database);
        desk.book("c", "90.00");
        desk.book("d", "10.00");
        desk.run();

        // When
        desk.answer(desk.ids().get(0), Answer.POSTED);
        List<String> before = desk.tasks();
        desk.answer(desk.ids().get(1), Answer.POSTED);

        // Then
        assertThat(before).noneMatch(task -> task.startsWith("results"));
        assertThat(desk.tasks()).contains("results CG-TEST-1 READY");
        assertThat(desk.postings.openOf(Bookings.CLAIM)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_fec_of_books_in_euro_waits_with_a_posting_in_dollars(Databases database) {
        // Given
        Desk desk = desk(database);
        Booking euro =
                Bookings.booking("e", Event.CLAWBACK, Bookings.gross("5.00"), Bookings.receivable(1, "acme-fec", "1"));
        desk.book(new Booking(
                "d",
                euro.event(),
                euro.claimKey(),
                euro.creditor(),
                1,
                "sandbox",
                "R",
                euro.date(),
                "USD",
                euro.amounts(),
                euro.receivables()));
        desk.book(euro);

        // When
        desk.run();

        // Then
        assertThat(desk.states()).containsExactly("OPEN", "WRITTEN");
        assertThat(desk.out("acme-fec")).singleElement().asString().endsWith("_1.txt");
        assertThat(desk.alerts()).containsExactly("ACC-004 postings/acme-fec");
        assertThat(desk.tasks()).contains("posting-batch acme-fec PARKED");
    }

    /** The file can be seen, and the process ends before that is recorded. */
    private static void diesAfterTheRenaming(Desk desk) throws Exception {
        OutFolders real = new OutFolders(desk.home);
        desk.wire(desk.ideas, new DyingFolder(real));
        Task task = desk.take().get(0);
        assertThatThrownBy(() -> desk.handle(task)).isInstanceOf(DyingFolder.Died.class);
        desk.wire(desk.ideas, real);
        desk.sql("update task set state = 'READY', owner = null where state = 'RUNNING'");
        assertThat(Files.list(desk.home.out("acme"))).hasSize(1);
    }

    /** Stands still before it lays a file down. */
    private static final class FrozenFolder extends SeenFolder {

        private final Runnable meanwhile;

        FrozenFolder(OutFolder real, Runnable meanwhile) {
            super(real);
            this.meanwhile = meanwhile;
        }

        @Override
        public void stage(OutBatch batch, byte[] bytes) {
            meanwhile.run();
            super.stage(batch, bytes);
        }
    }

    /** Ends as soon as a file can be seen. */
    private static final class DyingFolder extends SeenFolder {

        static final class Died extends Error {
            private static final long serialVersionUID = 1L;
        }

        DyingFolder(OutFolder real) {
            super(real);
        }

        @Override
        public void publish(OutBatch batch) {
            super.publish(batch);
            throw new Died();
        }
    }
}

package io.claimgate.flow.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.declaration.PauseScope;
import io.claimgate.support.Databases;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One document over SOAP to the real simulated insurer, whatever goes wrong on the way. The statement is there already. */
class TransferHandlerTest {

    private DossierWorld world;
    private long invoice;
    private ClaimKey key;

    @AfterEach
    void normal() {
        world.insurer.behaveNormally();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_lost_answer_is_asked_about_and_nothing_is_sent_twice(Databases database) {
        // Given
        declared(database);
        world.behave("accept-then-timeout", ",\"times\":1");

        // When
        world.document(DocumentKind.INVOICE, invoice);
        world.run();

        // Then
        assertThat(world.sendings(key)).containsExactly("1 SOAP ACKNOWLEDGED 1", "2 SOAP ACKNOWLEDGED 1");
        assertThat(world.atInsurer(key)).containsExactly("INVOICE x1", "STATEMENT x1");
        assertThat(world.events(key)).endsWith("dossier.sending", "dossier.outcome-lost", "dossier.received");
        assertThat(world.alerts(key)).isEmpty();
        assertThat(messages(2))
                .containsExactly("OUT TransferDocument", "OUT TransferDocument", "OUT GetClaim", "IN GetClaim");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_never_arrived_is_sent_again_once_the_insurer_must_have_settled(Databases database) {
        // Given
        declared(database);
        world.behave("timeout-before", ",\"times\":1");
        world.document(DocumentKind.INVOICE, invoice);
        world.run();
        String before = world.sendings(key).get(1);
        List<String> alerts = world.alerts(key);

        // When
        world.pass(Duration.ofSeconds(6));
        world.run();

        // Then
        assertThat(before).isEqualTo("2 SOAP OUTCOME_UNKNOWN 1");
        assertThat(alerts).containsExactly("DOS-015 WARNING");
        assertThat(world.sendings(key).get(1)).isEqualTo("2 SOAP ACKNOWLEDGED 2");
        assertThat(world.atInsurer(key)).containsExactly("INVOICE x1", "STATEMENT x1");
        assertThat(world.alerts(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_insurer_that_is_not_available_gets_the_same_bytes_later(Databases database) {
        // Given
        declared(database);
        world.behave("http-503", ",\"times\":2");
        world.document(DocumentKind.INVOICE, invoice);
        world.run();
        String before = world.sendings(key).get(1);

        // When
        for (int i = 0; i < 3; i++) {
            world.pass(Duration.ofSeconds(5));
            world.run();
        }

        // Then
        assertThat(before).isEqualTo("2 SOAP FAILED 1");
        assertThat(world.sendings(key).get(1)).isEqualTo("2 SOAP ACKNOWLEDGED 3");
        assertThat(world.atInsurer(key)).containsExactly("INVOICE x1", "STATEMENT x1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_refused_document_is_a_persons_and_goes_as_a_new_transfer_when_replayed(Databases database) {
        // Given
        declared(database);
        world.behave("refuse", ",\"times\":1");
        world.document(DocumentKind.INVOICE, invoice);
        world.run();
        List<String> refused = world.alerts(key);
        List<String> parked = parked();

        // When
        world.stores.transactions.executeWithoutResult(status -> world.stores.tasks.arm(
                TransferHandler.KIND, parked.get(0), world.creditor(), world.stores.clock.now(), Tasks.NEVER));
        world.run();

        // Then
        assertThat(refused).containsExactly("DOS-012 CRITICAL");
        assertThat(parked).hasSize(1);
        assertThat(world.sendings(key))
                .containsExactly("1 SOAP ACKNOWLEDGED 1", "2 SOAP REJECTED 1", "3 SOAP ACKNOWLEDGED 1");
        assertThat(world.atInsurer(key)).containsExactly("INVOICE x1", "STATEMENT x1");
        assertThat(world.alerts(key)).isEmpty();
        assertThat(parked()).isEmpty();
        assertThat(world.missing(key)).doesNotContain("INVOICE");
    }

    @ParameterizedTest
    @CsvSource({"H2, ALL, *", "POSTGRESQL, ALL, *", "H2, INSURER, sandbox", "POSTGRESQL, CREDITOR, ACME-FR"})
    void a_pause_holds_documents_back_and_resuming_sends_them(Databases database, PauseScope scope, String name) {
        // Given
        declared(database);
        world.outgoing.pause(scope, name, "anna", "audit");
        world.document(DocumentKind.INVOICE, invoice);
        world.runUntil("2026-07-28T08:00:00Z");
        List<String> paused = world.sendings(key);
        world.runUntil("2026-07-29T08:00:00Z");
        List<String> alerts = world.alerts(key);

        // When
        world.outgoing.resume(scope, name, "anna");
        world.run();

        // Then
        assertThat(paused.get(1)).isEqualTo("2 SOAP PENDING 0");
        assertThat(alerts).contains("DOS-016 CRITICAL");
        assertThat(world.sendings(key).get(1)).isEqualTo("2 SOAP ACKNOWLEDGED 1");
        assertThat(world.alerts(key)).doesNotContain("DOS-016 CRITICAL");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_has_lost_the_task_sends_nothing(Databases database) {
        // Given
        declared(database);
        world.document(DocumentKind.INVOICE, invoice);
        world.handlers.get(DossierHandler.KIND).handle(world.take().get(0));
        Task taken = world.take().get(0);
        world.stores
                .sql
                .sql("update task set owner = 'another', fence = fence + 1")
                .update();

        // When
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(
                () -> world.handlers.get(TransferHandler.KIND).handle(taken));

        // Then
        assertThat(thrown).isInstanceOf(Tasks.LeaseLost.class);
        assertThat(world.sendings(key).get(1)).isEqualTo("2 SOAP PENDING 0");
        assertThat(world.atInsurer(key)).containsExactly("STATEMENT x1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_byte_is_recorded_the_document_by_its_own_hash(Databases database) {
        // Given
        declared(database);

        // When
        world.document(DocumentKind.INVOICE, invoice);
        world.run();

        // Then
        assertThat(messages(2)).containsExactly("OUT TransferDocument", "OUT TransferDocument", "IN TransferDocument");
        List<String> hashes = world.stores
                .sql
                .sql("select m.sha256 from message m join submission s on s.id = m.submission_id"
                        + " where s.operation = 'DOCUMENT' and s.attempt = 2 order by m.id")
                .query(String.class)
                .list();
        assertThat(hashes).allSatisfy(sha -> assertThat(world.vault.read(sha)).isNotEmpty());
        assertThat(new String(world.vault.read(hashes.get(0)))).isEqualTo("INVOICE of " + invoice);
        assertThat(new String(world.vault.read(hashes.get(1)))).contains("TransferDocument", "xop:Include");
        assertThat(new String(world.vault.read(hashes.get(2)))).contains("TransferDocumentResponse");
        assertThat(world.stores
                        .sql
                        .sql("select payload_sha256 from submission where operation = 'DOCUMENT' and attempt = 2")
                        .query(String.class)
                        .single())
                .isEqualTo(hashes.get(0));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_claim_that_is_withdrawn_sends_nothing_more(Databases database) {
        // Given
        declared(database);
        world.outgoing.pause(PauseScope.ALL, "*", "anna", "audit");
        world.document(DocumentKind.INVOICE, invoice);
        world.run();
        world.stores.sql.sql("update claim set state = 'WITHDRAWN'").update();

        // When
        world.outgoing.resume(PauseScope.ALL, "*", "anna");
        world.run();

        // Then
        assertThat(world.atInsurer(key)).containsExactly("STATEMENT x1");
        assertThat(world.next(TransferHandler.KIND)).isEmpty();
    }

    private void declared(Databases database) {
        world = new DossierWorld(database);
        invoice = world.invoice(LocalDate.of(2026, 3, 31), "120000.00");
        key = world.declaredOn("2026-06-29T08:00:00Z");
    }

    private List<String> messages(int number) {
        return world.stores
                .sql
                .sql(
                        "select concat(m.direction, ' ', m.operation) from message m join submission s on s.id = m.submission_id"
                                + " where s.operation = 'DOCUMENT' and s.attempt = ? order by m.id")
                .param(number)
                .query(String.class)
                .list();
    }

    private List<String> parked() {
        return world.stores
                .sql
                .sql("select ref from task where kind = 'transfer' and state = 'PARKED'")
                .query(String.class)
                .list();
    }
}

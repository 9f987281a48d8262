package io.claimgate.flow.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.exchange.Carried;
import io.claimgate.exchange.Holding;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.LastLook;
import io.claimgate.support.Databases;
import io.claimgate.support.Deaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Death at every step of a document's way: the N-th operation (a commit, a call) dies before it, or after it with its reply lost, for every N
 * until a run is untouched. However it dies, its successor gets the document to the insurer, and the insurer receives it once.
 */
class TransferDeathTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "H2,         normal",
        "H2,         accept-then-timeout",
        "H2,         timeout-before",
        "POSTGRESQL, normal",
        "POSTGRESQL, http-503"
    })
    void whenever_the_process_dies_the_insurer_receives_the_document_once(Databases database, String mode) {
        DossierWorld world = new DossierWorld(database);
        world.runUntil("2026-06-29T08:00:00Z");
        for (boolean before : Deaths.sides(database == Databases.H2 && mode.equals("normal"))) {
            int deaths = 0;
            for (int operation = 1; ; operation++) {
                // Given
                Death death = new Death(operation, before);
                ClaimKey key = declared(world, world.insurer.channels().documents());
                long receivable = receivable(world, key);
                mortal(
                        world,
                        death,
                        world.insurer.channels().documents().of("sandbox").get(0));
                world.behave(mode, ",\"times\":1,\"delay\":\"PT0.75S\"");
                world.document(DocumentKind.INVOICE, receivable);

                // When
                live(world);

                // Then
                String place = mode + ", " + (before ? "before" : "after") + " operation " + operation;
                assertThat(world.atInsurer(key)).as(place).containsExactly("INVOICE x1", "STATEMENT x1");
                assertThat(world.sendings(key))
                        .as(place)
                        .hasSize(2)
                        .allMatch(sending -> sending.contains("ACKNOWLEDGED"));
                assertThat(world.events(key))
                        .as(place)
                        .filteredOn("dossier.received"::equals)
                        .hasSize(2);
                assertThat(world.next(TransferHandler.KIND)).as(place).isEmpty();
                assertThat(world.missing(key)).as(place).doesNotContain("INVOICE");
                if (!death.happened) {
                    break;
                }
                deaths++;
            }
            world.insurer.behaveNormally();
            assertThat(deaths).as("steps at which it died").isGreaterThanOrEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, false", "H2, true", "POSTGRESQL, false"})
    void whenever_the_process_dies_one_archive_lies_at_the_insurer(Databases database, boolean lost) throws Exception {
        DossierWorld world = new DossierWorld(database);
        world.runUntil("2026-06-29T08:00:00Z");
        for (boolean before : Deaths.sides(database == Databases.H2 && !lost)) {
            for (int operation = 1; ; operation++) {
                // Given
                Death death = new Death(operation, before);
                FolderInsurer insurer = new FolderInsurer(Files.createTempDirectory(folder, "insurer"), 1 << 20);
                ClaimKey key = declared(world, ignored -> List.of(insurer));
                long receivable = receivable(world, key);
                mortal(world, death, insurer);
                if (lost) {
                    insurer.loseTheNextAnswer(true);
                }
                bring(world, receivable);

                // When
                live(world);
                insurer.says(world.creditor() + "_" + key + "_1", "RECEIPT RC-1 2026-07-01T10:00:00Z");
                live(world);

                // Then
                String place = (before ? "before" : "after") + " operation " + operation;
                assertThat(insurer.archives()).as(place).hasSize(1);
                assertThat(insurer.sends).as(place).isEqualTo(1);
                assertThat(world.dossier(key)).as(place).isEqualTo("RECEIVED 6/6");
                assertThat(world.sendings(key))
                        .as(place)
                        .hasSize(1)
                        .allMatch(one -> one.startsWith("1 SFTP ACKNOWLEDGED"));
                if (!death.happened) {
                    assertThat(operation).as("steps at which it died").isGreaterThan(8);
                    break;
                }
            }
        }
    }

    private static ClaimKey declared(DossierWorld world, DocumentChannels channels) {
        world.ideas = world.immortal;
        world.wire(channels);
        world.anotherBuyer();
        // Small, so that the day's cap of the policy lets all of them go.
        world.invoice(LocalDate.of(2026, 3, 31), "1200.00");
        world.run();
        return world.declared();
    }

    private static long receivable(DossierWorld world, ClaimKey key) {
        return world.books.claims().lines(key).get(0).receivableId();
    }

    private static void bring(DossierWorld world, long receivable) {
        for (DocumentKind kind : List.of(
                DocumentKind.INVOICE,
                DocumentKind.ORDER,
                DocumentKind.DELIVERY_PROOF,
                DocumentKind.REMINDER,
                DocumentKind.FORMAL_NOTICE)) {
            world.document(kind, receivable);
        }
    }

    private static void live(DossierWorld world) {
        for (int life = 0; life < 12; life++) {
            try {
                world.run();
            } catch (Died e) {
                // A successor takes the task over once the lease has ended.
                world.stores
                        .sql
                        .sql("update task set state = 'READY', owner = null where state = 'RUNNING'")
                        .update();
            }
            world.pass(Duration.ofSeconds(6));
        }
    }

    private static void mortal(DossierWorld world, Death death, DocumentChannel channel) {
        TransactionOperations real = world.stores.transactions;
        TransactionOperations mortal = new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) throws TransactionException {
                return death.around(() -> real.execute(action));
            }
        };
        Ideas ideas = world.immortal;
        world.ideas = new Ideas(
                ideas.tasks(),
                ideas.events(),
                ideas.alerts(),
                ideas.vault(),
                ideas.clock(),
                ideas.systemClock(),
                mortal);
        world.wire(insurer -> List.of(new MortalChannel(channel, death)));
    }

    private static final class Died extends Error {
        Died(String where) {
            super(where);
        }
    }

    private static final class Death {
        private final int at;
        private final boolean before;
        private int operations;
        private boolean happened;

        Death(int at, boolean before) {
            this.at = at;
            this.before = before;
        }

        <T> T around(Supplier<T> operation) {
            boolean now = ++operations == at;
            happened |= now;
            if (now && before) {
                throw new Died("before operation " + at);
            }
            T result = operation.get();
            if (now) {
                throw new Died("after operation " + at);
            }
            return result;
        }
    }

    private record MortalChannel(DocumentChannel real, Death death) implements DocumentChannel {
        @Override
        public Terms terms() {
            return real.terms();
        }

        @Override
        public Duration receiptWithin() {
            return real.receiptWithin();
        }

        @Override
        public Duration longestCall(Parcel parcel) {
            return real.longestCall(parcel);
        }

        @Override
        public Reply<Carried> send(Parcel parcel, LastLook look) {
            return death.around(() -> real.send(parcel, look));
        }

        @Override
        public Reply<Holding> look(Parcel parcel) {
            return death.around(() -> real.look(parcel));
        }
    }
}

package io.claimgate.flow.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.files.OutFolders;
import io.claimgate.flow.Task;
import io.claimgate.support.Bookings;
import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Death at every step: the N-th operation (a commit, a file beside, a renaming) dies before it, or after it with its reply lost, for every N
 * until a run is untouched. However it dies, the ERP gets every posting once; it is a person's only where the ERP took a file between its
 * renaming and our record of it.
 */
class BatchDeathTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2, false", "H2, true", "POSTGRESQL, false", "POSTGRESQL, true"})
    void whenever_the_process_dies_the_erp_gets_each_posting_once(Databases database, boolean quickErp) {
        Desk desk = new Desk(new Stores(database), folder);
        desk.claim(Bookings.CLAIM, 1, 1);
        int asked = 0;
        for (boolean before : List.of(true, false)) {
            int deaths = 0;
            for (int operation = 1; ; operation++) {
                // Given
                String cause = before + "/" + operation;
                Death death = new Death(operation, before);
                desk.book(cause, "90.00");
                desk.wire(desk.ideas(death.over(desk.stores.transactions)), death.over(new OutFolders(desk.home)));

                // When
                List<String> taken = new ArrayList<>();
                asked += live(desk, quickErp, taken);

                // Then
                String place = (before ? "before" : "after") + " operation " + operation;
                taken.addAll(desk.collect("acme"));
                assertThat(taken.stream()
                                .filter(file -> file.contains("," + cause + "\r\n"))
                                .toList())
                        .as(place)
                        .hasSize(1);
                assertThat(desk.states()).as(place).containsOnly("WRITTEN");
                assertThat(desk.alerts()).as(place).isEmpty();
                assertThat(desk.tasks()).as(place).allMatch(task -> task.startsWith("posting-answers"));
                if (!death.happened) {
                    break;
                }
                deaths++;
            }
            assertThat(deaths).as("steps at which it died").isGreaterThanOrEqualTo(6);
        }
        // After the renaming and before its record; a slow ERP leaves no doubt even there.
        assertThat(asked).isEqualTo(quickErp ? 2 : 0);
    }

    /** Lives and dies until nothing is left to do; how often a person was asked. He looks at what the ERP has. */
    private static int live(Desk desk, boolean quickErp, List<String> taken) {
        int asked = 0;
        for (int life = 0;
                life < 12 && !desk.tasks().stream().allMatch(task -> task.startsWith("posting-answers"));
                life++) {
            try {
                for (Task task : desk.take()) {
                    desk.handle(task);
                }
            } catch (Died e) {
                // A successor takes the task over once the lease has ended.
                desk.sql("update task set state = 'READY', owner = null where state = 'RUNNING'");
            }
            if (quickErp) {
                taken.addAll(desk.collect("acme"));
            }
            if (!desk.alerts().isEmpty()) {
                asked++;
                long batch = desk.stores
                        .sql
                        .sql("select id from out_batch where state = 'DOUBTFUL'")
                        .query(Long.class)
                        .single();
                desk.acts.written(batch, "the ERP shows it", "olga");
            }
        }
        return asked;
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;

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

        TransactionOperations over(TransactionOperations real) {
            return new TransactionOperations() {
                @Override
                public <T> T execute(TransactionCallback<T> action) throws TransactionException {
                    return around(() -> real.execute(action));
                }
            };
        }

        OutFolder over(OutFolder real) {
            return new SeenFolder(real) {
                @Override
                public void stage(OutBatch batch, byte[] bytes) {
                    around(() -> {
                        super.stage(batch, bytes);
                        return true;
                    });
                }

                @Override
                public void publish(OutBatch batch) {
                    around(() -> {
                        super.publish(batch);
                        return true;
                    });
                }
            };
        }
    }

    /** What a process left behind that died while it put the file down does not disturb. */
    @ParameterizedTest
    @CsvSource({"H2", "POSTGRESQL"})
    void a_half_file_beside_is_replaced(Databases database) throws Exception {
        // Given
        Desk desk = new Desk(new Stores(database), folder);
        desk.claim(Bookings.CLAIM, 1, 1);
        desk.book("c", "90.00");
        Death death = new Death(2, true);
        desk.wire(desk.ideas(death.over(desk.stores.transactions)), death.over(new OutFolders(desk.home)));
        live(desk, false, new ArrayList<>());
        desk.collect("acme");
        desk.book("d", "10.00");
        String name = "." + desk.texts("select name from out_batch").get(0).replace("_1.csv", "_2.csv") + ".1.writing";
        Files.writeString(desk.home.out("acme").resolve(name), "half");

        // When
        live(desk, false, new ArrayList<>());

        // Then
        assertThat(desk.collect("acme")).singleElement().asString().contains(",d\r\n");
        assertThat(Files.list(desk.home.out("acme")).collect(Collectors.toList()))
                .isEmpty();
    }
}

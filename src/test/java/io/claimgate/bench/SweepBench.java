package io.claimgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * P8 of quality.md: finding and taking what is due among a million and ten million tasks, against the same done by bare SQL over the same
 * index. The sweep is the task table itself. {@code -Dbench.tasks=10000000}.
 */
@Tag("bench")
class SweepBench {

    private static final int MOST = Integer.getInteger("bench.tasks", 10_000_000);
    private static final int DUE = 1_000;
    /** What a gateway with eight workers takes at once. */
    private static final int FEW = 8;

    private static final int ROUNDS = 15;
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final String KIND = "exposure";
    private static final String BARE = """
            with due as (select id from task where state = 'READY' and is_due order by close_at, due_at, id limit ? for update skip locked)
            update task set state = 'RUNNING', owner = 'bare', fence = fence + 1, lease_until = now() + interval '60 seconds'
            from due where task.id = due.id returning task.id""";

    @Test
    void the_sweep_against_bare_sql() {
        // Given
        Stores stores = new Stores(Databases.POSTGRESQL);
        stores.clock.set(NOW);

        // When
        double few = ratio(stores, MOST / 10);
        double ours = median(ours(stores));
        double many = ratio(stores, MOST);
        double later = median(ours(stores));

        // Then
        System.out.printf(
                Locale.ROOT,
                "P8 %,d tasks: %.2f of bare SQL; %,d tasks: %.2f of bare SQL; ten times the tasks take %.2f of the time%n",
                MOST / 10,
                few,
                MOST,
                many,
                later / ours);
        assertThat(many).isPositive();
    }

    private static double ratio(Stores stores, int tasks) {
        fill(stores, tasks);
        List<Long> ours = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(take(stores));
            bare.add(bare(stores));
        }
        System.out.printf(
                Locale.ROOT,
                "P8 %,d tasks, %d due: ours %.2f ms, bare %.2f ms (medians of %d)%n",
                tasks,
                DUE,
                median(ours) / 1e6,
                median(bare) / 1e6,
                ROUNDS);
        return median(ours) / median(bare);
    }

    private static List<Long> ours(Stores stores) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            times.add(take(stores));
        }
        return times;
    }

    private static long take(Stores stores) {
        long start = System.nanoTime();
        int taken = 0;
        for (int got = 1; got > 0; taken += got) {
            got = stores.tasks.take("bench", List.of(KIND), FEW).size();
        }
        long nanos = System.nanoTime() - start;
        assertThat(taken).isEqualTo(DUE);
        back(stores);
        return nanos;
    }

    private static long bare(Stores stores) {
        long start = System.nanoTime();
        int taken = 0;
        for (int got = 1; got > 0; taken += got) {
            List<Long> ids = stores.transactions.execute(
                    status -> stores.sql.sql(BARE).param(FEW).query(Long.class).list());
            got = ids == null ? 0 : ids.size();
        }
        long nanos = System.nanoTime() - start;
        assertThat(taken).isEqualTo(DUE);
        back(stores);
        return nanos;
    }

    private static void back(Stores stores) {
        stores.sql
                .sql(
                        "update task set state = 'READY', is_due = true, owner = null, lease_until = null where state = 'RUNNING'")
                .update();
        stores.sql.sql("vacuum task").update();
    }

    /** Spread over ten years to come, but for those that are due; what is due closes anywhere among them. */
    private static void fill(Stores stores, int tasks) {
        stores.sql.sql("truncate task").update();
        stores.sql
                .sql("""
                        insert into task (kind, ref, creditor, due_at, close_at, since)
                        select 'exposure', n::text, 'C',
                               case when n % :every = 0 then now.at - interval '1 hour' else now.at + (n % 315360000 + 60) * interval '1 second' end,
                               now.at + ((n * 7919::bigint) % 315360000) * interval '1 second', now.at
                        from generate_series(1, :tasks) n, (select cast(:now as timestamptz) at) now""")
                .param("every", tasks / DUE)
                .param("tasks", tasks)
                .param("now", Timestamp.from(NOW))
                .update();
        stores.sql.sql("analyze task").update();
    }

    private static double median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}

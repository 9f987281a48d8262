package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.flow.Task;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A move of the sandbox clock makes thousands of claims due at once. */
@Tag("bench")
class DeclarationBench {

    private static final int CLAIMS = 2_000;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void eight_workers_declare_claims(Databases database) throws InterruptedException {
        // Given
        World world = new World(database);
        for (int i = 0; i < CLAIMS + 200; i++) {
            world.drafted(Claims.AUTOMATIC);
        }
        declare(world, world.take(200));

        // When
        List<Task> tasks = world.take(CLAIMS);
        long start = System.nanoTime();
        declare(world, tasks);
        double seconds = (System.nanoTime() - start) / 1e9;

        // Then
        long declared = world.stores
                .sql
                .sql("select count(*) from claim where state = 'DECLARED'")
                .query(Long.class)
                .single();
        System.out.printf("%s: %d claims in %.1f s, %.0f/s%n", database, tasks.size(), seconds, tasks.size() / seconds);
        assertThat(declared).isEqualTo(CLAIMS + 200);
    }

    private static void declare(World world, List<Task> tasks) throws InterruptedException {
        ConcurrentLinkedQueue<Task> queue = new ConcurrentLinkedQueue<>(tasks);
        ExecutorService workers = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            workers.execute(() -> {
                for (Task task = queue.poll(); task != null; task = queue.poll()) {
                    world.handler.handle(task);
                }
            });
        }
        workers.shutdown();
        assertThat(workers.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
    }
}

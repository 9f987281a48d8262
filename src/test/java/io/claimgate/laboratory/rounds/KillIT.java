package io.claimgate.laboratory.rounds;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F1: the packaged jar on its embedded database is killed with SIGKILL at seeded moments of the whole flow and started again; the checker
 * judges I1 to I9. {@code -Dfaults.seed=} replays a run, {@code mvn verify -Pkill -Dkill.rounds=100} makes it longer.
 */
class KillIT {

    private static final List<Fault> KILLS = List.of(Fault.KILL, Fault.KILL, Fault.KILL_AT_START);

    @TempDir
    Path folder;

    @Test
    void ten_kills_lose_and_double_nothing() throws InterruptedException {
        new Laboratory(folder, Long.getLong("faults.seed", 20260601L), false, Laboratory.FEW)
                .run("kills.md", KILLS, Budget.rounds(10));
    }

    /** Behind {@code -Pkill}: a new seed each time, printed for the replay. */
    @Test
    @Tag("slow")
    void many_kills_lose_and_double_nothing() throws InterruptedException {
        new Laboratory(folder, Long.getLong("faults.seed", new Random().nextLong()), false, Laboratory.MANY)
                .run("kills.md", KILLS, Budget.rounds(Integer.getInteger("kill.rounds", 100)));
    }
}

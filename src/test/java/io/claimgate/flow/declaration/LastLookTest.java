package io.claimgate.flow.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.claim.ChangeKind;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.Declaration;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.Query;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Between the intent and the first byte much can happen. */
class LastLookTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_pause_after_the_intent_keeps_the_claim_here_until_it_is_resumed(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = drafted(world);
        meanwhile(world, () -> world.outgoing.pause(PauseScope.ALL, "", "ann", "something is wrong"));

        // When
        world.run(world.take(1));

        // Then
        assertThat(world.insurer.claim(key.value())).isEmpty();
        assertThat(world.books.submissions().latest(key).orElseThrow()).isInstanceOf(Submission.Failed.class);
        world.wire(world.insurer.channels());
        world.outgoing.resume(PauseScope.ALL, "", "ann");
        world.run();
        assertThat(world.books.claims().find(key).orElseThrow().state()).isEqualTo(ClaimState.DECLARED);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void who_lost_the_task_after_the_intent_sends_nothing_and_changes_nothing(Databases database) {
        // Given
        World world = new World(database);
        ClaimKey key = drafted(world);
        Task task = world.take(1).get(0);
        meanwhile(world, () -> takenOver(world));

        // When
        assertThatThrownBy(() -> world.run(List.of(task))).isInstanceOf(Tasks.LeaseLost.class);

        // Then
        assertThat(world.insurer.claim(key.value())).isEmpty();
        assertThat(world.books.submissions().latest(key).orElseThrow())
                .as("the successor's to judge")
                .isInstanceOf(Submission.Sending.class);
    }

    private static ClaimKey drafted(World world) {
        return world.drafted(Claims.AUTOMATIC);
    }

    /** As a successor does when the time of the first is over. */
    private static void takenOver(World world) {
        world.stores
                .sql
                .sql("update task set owner = 'successor', fence = fence + 1")
                .update();
    }

    /** Something happens when the intent is committed and before the channel is ready for the first byte. */
    private static void meanwhile(World world, Runnable happens) {
        InsurerChannel real = world.insurer.channels().of("sandbox");
        world.wire(insurer -> new Interrupted(real, happens));
    }

    private record Interrupted(InsurerChannel real, Runnable happens) implements InsurerChannel {
        @Override
        public Terms terms() {
            return real.terms();
        }

        @Override
        public byte[] render(Declaration declaration) {
            return real.render(declaration);
        }

        @Override
        public byte[] render(Claim claim, ClaimChange change) {
            return real.render(claim, change);
        }

        @Override
        public Reply<Answer> declare(ClaimKey key, byte[] payload, LastLook look) {
            happens.run();
            return real.declare(key, payload, look);
        }

        @Override
        public Reply<Answer> change(ClaimKey key, ChangeKind kind, int number, byte[] payload, LastLook look) {
            return real.change(key, kind, number, payload, look);
        }

        @Override
        public Reply<Query> ask(ClaimKey key) {
            return real.ask(key);
        }
    }
}

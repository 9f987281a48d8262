package io.claimgate.laboratory.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How the stub treats one operation.
 *
 * @param modes of which each affected call gets one
 * @param percent of the calls that are affected; which ones, and in which mode, follows from the seed, the key and its call number alone
 * @param first only so many calls of a key are affected
 * @param delay of the modes that wait
 */
record StubBehaviour(List<StubMode> modes, int percent, int first, long seed, Duration delay) {

    static final StubBehaviour NORMAL =
            new StubBehaviour(List.of(StubMode.NORMAL), 100, Integer.MAX_VALUE, 0, Duration.ZERO);

    private static final int SPREAD = 0x9E3779B1;

    static StubBehaviour of(JsonNode words) {
        return new StubBehaviour(
                Arrays.stream(words.path("mode").asText("normal").split(","))
                        .map(StubMode::of)
                        .toList(),
                words.path("percent").asInt(100),
                words.path("first").asInt(Integer.MAX_VALUE),
                words.path("seed").asLong(),
                Duration.parse(words.path("delay").asText("PT3S")));
    }

    /** What happens to the n-th call about a key. */
    StubMode at(String key, int call) {
        int drawn = Objects.hash(seed, key, call) * SPREAD >>> 1;
        return call <= first && drawn % 100 < percent ? modes.get(drawn / 100 % modes.size()) : StubMode.NORMAL;
    }
}

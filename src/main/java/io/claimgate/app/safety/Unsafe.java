package io.claimgate.app.safety;

import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** OPS-008 of a setting. */
final class Unsafe {

    private Unsafe() {}

    static Problem setting(String key, @Nullable String value, String why) {
        return new Problem(ProblemCode.OPS_008, key, value, why);
    }
}

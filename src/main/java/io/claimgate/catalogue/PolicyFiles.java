package io.claimgate.catalogue;

import io.claimgate.policy.Policy;
import io.claimgate.problem.Problem;
import java.util.List;

/** Reads policy files; every fault with its file and line. */
public final class PolicyFiles {

    /** One file. @param name as it stands in messages, {@code mappings/policies/x.yaml} */
    public record Source(String name, String text) {}

    /** The sound policies, and every fault of the others. */
    public record Result(List<Policy> policies, List<Problem> problems) {}

    public Result read(List<Source> sources) {
        throw new UnsupportedOperationException("next commit " + sources);
    }
}

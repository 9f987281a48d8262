package io.claimgate.app;

import io.claimgate.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The gateway does not start with a faulty configuration; it says every fault at once. */
final class Refusal extends IllegalStateException {

    private Refusal(String message) {
        super(message);
    }

    static void ifAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal("the configuration has " + problems.size() + " fault(s); --check prints them too:\n"
                    + problems.stream().map(Problem::sentence).collect(Collectors.joining("\n")));
        }
    }
}

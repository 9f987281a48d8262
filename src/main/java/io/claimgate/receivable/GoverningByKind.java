package io.claimgate.receivable;

import io.claimgate.policy.Contract;
import io.claimgate.policy.DeadlineKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The governing receivable of every kind that any term of the contract brings; kinds that do not exist yet are left out. */
final class GoverningByKind {

    private GoverningByKind() {}

    static Map<DeadlineKind, Governing> of(Contract contract, List<Standing> standings, @Nullable ClaimFacts accepted) {
        TreeSet<DeadlineKind> kinds = new TreeSet<>();
        contract.terms().forEach(term -> kinds.addAll(term.policy().deadlines().keySet()));
        Map<DeadlineKind, Governing> governing = new TreeMap<>();
        for (DeadlineKind kind : kinds) {
            Governing chosen = Governing.of(kind, standings, accepted);
            if (chosen.by() != null) {
                governing.put(kind, chosen);
            }
        }
        return governing;
    }
}

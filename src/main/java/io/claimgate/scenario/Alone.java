package io.claimgate.scenario;

import io.claimgate.deadline.Deadline;
import io.claimgate.policy.Contract;
import io.claimgate.receivable.ClaimFacts;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.receivable.ReceivableFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clocks that each receivable would give without the others and without money, computed when somebody asks. */
public final class Alone {

    private final ExposureRules rules;
    private final Contract contract;
    private final ExposureFacts facts;
    private final Instant now;

    Alone(ExposureRules rules, Contract contract, ExposureFacts facts, Instant now) {
        this.rules = rules;
        this.contract = contract;
        this.facts = facts;
        this.now = now;
    }

    /** The clocks of a receivable of the scenario; none of a credit note, of a deposit and of one that it does not have. */
    public List<Deadline> deadlines(long receivable) {
        return facts.receivables().stream()
                .filter(known -> known.id() == receivable && known.isDebt())
                .findFirst()
                .map(known -> rules.compute(contract, only(known), now).deadlines())
                .orElse(List.of());
    }

    private ExposureFacts only(ReceivableFacts receivable) {
        return new ExposureFacts(
                List.of(receivable),
                List.of(),
                facts.events(),
                List.of(),
                facts.mode(),
                claimOf(facts.claim(), receivable),
                facts.rates(),
                facts.buyerCountry());
    }

    private static @Nullable ClaimFacts claimOf(@Nullable ClaimFacts claim, ReceivableFacts receivable) {
        return claim == null || !claim.takes(receivable.id())
                ? null
                : new ClaimFacts(
                        claim.claimKey(),
                        claim.phase(),
                        claim.declaredAt(),
                        receivable.id(),
                        Map.of(receivable.id(), receivable.gross()));
    }
}

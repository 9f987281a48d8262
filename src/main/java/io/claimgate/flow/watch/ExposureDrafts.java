package io.claimgate.flow.watch;

import io.claimgate.claim.Anomaly;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.claim.ClaimWindow;
import io.claimgate.claim.ReceivableKey;
import io.claimgate.claim.ReleaseRule;
import io.claimgate.deadline.Deadline;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.declaration.ClaimDraft;
import io.claimgate.flow.declaration.Declarations;
import io.claimgate.policy.Contract;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.DeclareTerms;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.ClaimFacts;
import io.claimgate.receivable.DeclarationLine;
import io.claimgate.receivable.DeclarationOutlook;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.receivable.ReceivableFacts;
import io.claimgate.receivable.ReceivableState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the outlook of an exposure into a claim's draft, keeps an unsent claim true, and has a declared one's changes told. */
public final class ExposureDrafts implements ClaimDrafts {

    private final Declarations declarations;
    private final ChangeDrafts changes;

    public ExposureDrafts(Declarations declarations, ChangeDrafts changes) {
        this.declarations = declarations;
        this.changes = changes;
    }

    @Override
    public boolean follow(ExposureRow exposure, Contract contract, ExposurePicture picture, ExposureFacts facts) {
        DeclarationOutlook outlook = picture.declaration();
        Deadline governing = outlook.governing();
        ClaimFacts claim = facts.claim();
        if (claim != null && claim.phase() == ClaimFacts.Phase.IN_FLIGHT) {
            if (foreclosed(claim, picture)) {
                return false; // its own task ends it, after a last question to the insurer where one is open
            }
            return inFlight(new ClaimKey(claim.claimKey()), claim, exposure, contract, outlook, facts);
        }
        if (claim != null && claim.phase() == ClaimFacts.Phase.ACCEPTED) {
            changes.follow(claim, contract, picture, facts);
        }
        if (outlook.actNow() && governing != null) {
            declarations.draft(draft(exposure, contract, outlook, governing, facts), EventLog.MACHINE);
        }
        return false;
    }

    private static boolean foreclosed(ClaimFacts claim, ExposurePicture picture) {
        return picture.receivables().stream()
                .anyMatch(receivable ->
                        receivable.id() == claim.governing() && receivable.state() == ReceivableState.FORECLOSED);
    }

    /** Until it is rendered its lines follow the ledger; when its governing receivable is settled it is another claim, or none. */
    private boolean inFlight(
            ClaimKey key,
            ClaimFacts claim,
            ExposureRow exposure,
            Contract contract,
            DeclarationOutlook outlook,
            ExposureFacts facts) {
        Deadline governing = outlook.governing();
        List<ClaimLine> lines = lines(outlook, facts);
        if (lines.isEmpty()) {
            return declarations.takeBack(key, EventLog.MACHINE, "nothing is owed any more");
        }
        if (governing == null || !Objects.equals(governing.governedBy(), claim.governing())) {
            return declarations.takeBack(key, EventLog.MACHINE, "another receivable decides the window now");
        }
        declarations.draft(draft(exposure, contract, outlook, governing, facts), EventLog.MACHINE);
        return false;
    }

    private static ClaimDraft draft(
            ExposureRow exposure,
            Contract contract,
            DeclarationOutlook outlook,
            Deadline governing,
            ExposureFacts facts) {
        long governedBy = Objects.requireNonNull(
                governing.governedBy(), "a clock that the machine acts for is governed by a receivable");
        ReceivableFacts receivable = facts.receivables().stream()
                .filter(found -> found.id() == governedBy)
                .findFirst()
                .orElseThrow();
        Policy policy = contract.terms().stream()
                .map(term -> term.policy())
                .filter(found -> found.name().equals(governing.policy()))
                .findFirst()
                .orElseThrow();
        List<ClaimLine> lines = lines(outlook, facts);
        return new ClaimDraft(
                new ClaimSubject(
                        exposure.contract(),
                        governing.policy(),
                        governing.policyVersion(),
                        policy.insurer(),
                        exposure.creditor(),
                        exposure.buyerId(),
                        exposure.id(),
                        exposure.episode(),
                        governedBy),
                new ReceivableKey(exposure.creditor(), receivable.invoiceNumber(), receivable.instalment()),
                window(policy, governing),
                rule(policy.declare()),
                lines,
                outlook.amount(),
                outlook.currency(),
                outlook.cause().name());
    }

    private static ClaimWindow window(Policy policy, Deadline governing) {
        DeadlineRule rule = policy.rule(governing.kind());
        return new ClaimWindow(
                governing.opensOn(),
                governing.safeOn(),
                Objects.requireNonNull(governing.closesOn(), "a clock that the machine acts for has a close"),
                Objects.requireNonNull(governing.closesAt(), "a clock that the machine acts for has a close"),
                rule != null && rule.opens() != null && rule.opening() == DeadlineRule.Opening.HARD,
                policy.dayEnd().zone());
    }

    private static ReleaseRule rule(DeclareTerms terms) {
        boolean unlimited = terms.perDay().equals(DeclareTerms.DailyCap.UNLIMITED);
        return new ReleaseRule(
                ReleaseRule.Mode.valueOf(terms.mode().name()),
                ReleaseRule.OnSafeDate.valueOf(terms.onSafeDate().name()),
                unlimited
                        ? null
                        : new ReleaseRule.DailyCap(
                                terms.perDay().claims(), terms.perDay().amount()),
                anomaly(terms.guards().unusualDays()),
                terms.guards().firstLoad() == DeclareTerms.FirstLoad.RELEASE);
    }

    private static @Nullable Anomaly anomaly(DeclareTerms.@Nullable UnusualDays days) {
        return days == null ? null : new Anomaly(days.factor(), days.atLeast());
    }

    /** What a declaration takes, each in its own currency. */
    private static List<ClaimLine> lines(DeclarationOutlook outlook, ExposureFacts facts) {
        Map<Long, ReceivableFacts> receivables =
                facts.receivables().stream().collect(Collectors.toMap(ReceivableFacts::id, Function.identity()));
        return outlook.lines().stream()
                .map(line -> line(line, Objects.requireNonNull(receivables.get(line.receivableId()))))
                .toList();
    }

    private static ClaimLine line(DeclarationLine line, ReceivableFacts receivable) {
        return new ClaimLine(
                line.receivableId(),
                receivable.invoiceNumber(),
                receivable.instalment(),
                receivable.issueDate(),
                Objects.requireNonNull(receivable.originalDueDate(), "only a receivable with a due date is declared"),
                line.amount(),
                line.currency(),
                line.worth(),
                receivable.disputed().min(line.amount()));
    }
}

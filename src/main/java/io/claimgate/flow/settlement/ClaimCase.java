package io.claimgate.flow.settlement;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.settlement.ClaimResults.Outcome;
import io.claimgate.flow.settlement.ClaimResults.Row;
import io.claimgate.flow.watch.ExposureRow;
import io.claimgate.policy.Contract;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.recovery.ClaimAccount;
import io.claimgate.recovery.Counted;
import io.claimgate.recovery.InsurerResult;
import io.claimgate.recovery.InsurersWord;
import io.claimgate.recovery.InsurersWord.Said;
import io.claimgate.recovery.LossAssessment;
import io.claimgate.recovery.LossFigures;
import io.claimgate.recovery.Received;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One claim with all that was told of it and all that our books know, while it is settled. Lives as long as the transaction that locked the
 * exposure and then the claim: always in this order, the recomputation of the exposure takes them in it too.
 */
final class ClaimCase {

    private final SettlementBooks books;
    private final Instant now;
    private final ExposureRow exposure;
    private final List<Counted> told = new ArrayList<>();
    private final List<Row> rows;
    private InsurersWord word = new InsurersWord(List.of());
    private Claim claim;

    private @Nullable ExposureFacts facts;
    private @Nullable Policy policy;
    private @Nullable Contract contract;

    private ClaimCase(SettlementBooks books, Instant now, ExposureRow exposure, Claim claim) {
        this.books = books;
        this.now = now;
        this.exposure = exposure;
        this.claim = claim;
        this.rows = books.results().of(claim.key());
        rows.forEach(this::remember);
    }

    /** Locks it; empty if there is none. */
    static Optional<ClaimCase> open(SettlementBooks books, Ideas ideas, ClaimKey key) {
        return books.declaration().claims().find(key).map(found -> {
            ExposureRow exposure =
                    books.exposures().lock(found.subject().exposureId()).orElseThrow();
            Claim locked = books.declaration().claims().lock(key).orElseThrow();
            return new ClaimCase(books, ideas.now(), exposure, locked);
        });
    }

    private void remember(Row row) {
        if (row.result() instanceof InsurerResult.Settlement settlement && row.outcome() == Outcome.APPLIED) {
            count(row, settlement);
        } else if (!row.waiting() && row.outcome() != Outcome.CONTRADICTS) {
            said(row).ifPresent(said -> word = word.and(said));
        }
    }

    /** A request for documents says where the claim stands as well. */
    static Optional<Said> said(Row row) {
        if (row.result() instanceof InsurerResult.Status status) {
            return Optional.of(new Said(row.id(), status.status(), status.at()));
        }
        return row.result() instanceof InsurerResult.DocumentsRequest request
                ? Optional.of(new Said(row.id(), InsurerResult.Decision.INFORMATION_REQUESTED, request.at()))
                : Optional.empty();
    }

    void count(Row row, InsurerResult.Settlement settlement) {
        told.add(new Counted(row.id(), row.insurer(), settlement));
    }

    void heard(InsurersWord more) {
        word = more;
    }

    void become(Claim changed) {
        claim = changed;
    }

    Claim claim() {
        return claim;
    }

    InsurersWord word() {
        return word;
    }

    List<Counted> told() {
        return told;
    }

    List<Row> waiting() {
        return rows.stream().filter(Row::waiting).toList();
    }

    /** Rows of settlements with another name, as steps of alerts. */
    Set<String> settlementsBut(String settlementId) {
        return rows.stream()
                .filter(row -> row.result() instanceof InsurerResult.Settlement other
                        && !other.settlementId().equals(settlementId))
                .map(row -> Long.toString(row.id()))
                .collect(Collectors.toSet());
    }

    Instant now() {
        return now;
    }

    ZoneId zone() {
        return claim.window().zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone());
    }

    String subject() {
        return "claim/" + claim.key();
    }

    boolean paid() {
        return told.stream().anyMatch(each -> each.settlement().kind() == InsurerResult.SettlementKind.INDEMNITY);
    }

    ClaimAccount account(boolean closed) {
        return account(told, closed);
    }

    /** As if these settlements counted. */
    ClaimAccount account(List<Counted> counted, boolean closed) {
        return new ClaimAccount(
                claim.key().value(),
                claim.currency(),
                counted,
                Received.of(facts().payments(), claim.currency(), facts().rates()),
                figures(counted),
                word.refused(),
                closed);
    }

    ExposureFacts facts() {
        ExposureFacts loaded = facts;
        if (loaded == null) {
            loaded = books.exposures().load(exposure, zone()).facts();
            facts = loaded;
        }
        return loaded;
    }

    /** The terms that the claim was declared under. */
    Policy policy() {
        Policy known = policy;
        if (known == null) {
            known = contract().terms().stream()
                    .map(ContractTerm::policy)
                    .filter(each -> each.name().equals(claim.subject().policy()))
                    .findFirst()
                    .orElseGet(() -> contract().newest().policy());
            policy = known;
        }
        return known;
    }

    private Contract contract() {
        Contract known = contract;
        if (known == null) {
            known = books.contracts().contract(exposure.contract(), exposure.policyVersions());
            contract = known;
        }
        return known;
    }

    private LossFigures figures(List<Counted> counted) {
        Set<Long> receivables = books.declaration().claims().lines(claim.key()).stream()
                .map(line -> line.receivableId())
                .collect(Collectors.toSet());
        return new LossAssessment(books.rules(), contract(), policy())
                .figures(facts(), new LossAssessment.Known(receivables, counted, lateNotes(counted)), now);
    }

    private Set<Long> lateNotes(List<Counted> counted) {
        return counted.stream()
                .filter(each -> each.settlement().kind() == InsurerResult.SettlementKind.INDEMNITY)
                .map(each -> each.settlement().valueDate())
                .min(LocalDate::compareTo)
                .map(paidOn -> books.money()
                        .notesSince(
                                exposure.id(),
                                paidOn,
                                paidOn.atStartOfDay(zone()).toInstant()))
                .orElse(Set.of());
    }
}

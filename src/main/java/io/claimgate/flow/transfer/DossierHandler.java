package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimState;
import io.claimgate.dossier.Dossier;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Task;
import io.claimgate.flow.TaskHandler;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.watch.Contracts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the file of a declared claim: what is needed, what is missing, what has to travel now. Whatever concerns it (a document, a fact, a
 * receipt, a request, a date) arms its task; so many changes at once are one look.
 */
public final class DossierHandler implements TaskHandler {

    /** The kind of task; its ref is the claim key. */
    public static final String KIND = TaskKinds.DOSSIER;

    private static final Set<ClaimState> OVER = Set.of(ClaimState.WITHDRAWN, ClaimState.FORECLOSED, ClaimState.CLOSED);

    private final TransferBooks books;
    private final Ideas ideas;
    private final DossierReader reader;
    private final DossierStanding standing;
    private final Dispatch dispatch;

    /**
     * @param channels the ways to insurers
     * @param papers makes documents of our own books
     * @param archives packs whole dossiers
     */
    public DossierHandler(
            TransferBooks books,
            Ideas ideas,
            Contracts contracts,
            DocumentChannels channels,
            PaperMaker papers,
            ArchiveMaker archives) {
        this.books = books;
        this.ideas = ideas;
        this.reader = new DossierReader(books, contracts, new GatewayPapers(books, ideas.vault(), papers));
        this.standing = new DossierStanding(books, ideas);
        this.dispatch = new Dispatch(books, ideas, channels, archives);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(Task task) {
        ClaimKey key = new ClaimKey(task.ref());
        List<Consignment> heavy = ideas.transactions().execute(status -> look(task, key));
        if (heavy == null || heavy.isEmpty()) {
            return;
        }
        // Packing may take long: the claim is not locked meanwhile, and what was packed goes only if it is still what
        // has to go.
        List<Dispatch.Packed> packed = dispatch.pack(task.creditor(), heavy);
        ideas.transactions().executeWithoutResult(status -> send(task, key, packed));
    }

    /** Archives that have to be packed first; otherwise the task has its end or its next time. */
    private List<Consignment> look(Task task, ClaimKey key) {
        Optional<Claim> found = books.claims().lock(key);
        if (found.isEmpty() || found.get().state().undeclared()) {
            ideas.tasks().done(task);
            return List.of();
        }
        Claim claim = found.get();
        if (OVER.contains(claim.state())) {
            standing.over(claim);
            ideas.tasks().done(task);
            return List.of();
        }
        DossierFile file = reader.read(claim);
        Dossier dossier = standing.keep(file);
        Consignment.Plan plan = dispatch.plan(file);
        List<Consignment> heavy = plan.ready().stream()
                .filter(consignment -> consignment.channel().terms().whole())
                .toList();
        plan.ready().stream()
                .filter(consignment -> !consignment.channel().terms().whole())
                .forEach(consignment -> dispatch.send(file, dispatch.single(consignment)));
        if (heavy.isEmpty()) {
            finish(task, file, dossier, plan);
        }
        return heavy;
    }

    private void send(Task task, ClaimKey key, List<Dispatch.Packed> packed) {
        Claim claim = books.claims().lock(key).orElseThrow();
        DossierFile file = reader.read(claim);
        List<Consignment> still = dispatch.plan(file).ready();
        packed.stream()
                .filter(archive -> still.contains(archive.consignment()))
                .forEach(archive -> dispatch.send(file, archive));
        // Looks once more: something may have come while it was packed.
        ideas.tasks().reschedule(task, ideas.now(), file.closeAt());
    }

    private void finish(Task task, DossierFile file, Dossier dossier, Consignment.Plan plan) {
        boolean open = !dossier.missing().isEmpty() || !plan.waiting().isEmpty();
        Optional<Instant> next =
                open || dossier.completeOn() == null ? file.turnsAfter(ideas.now(), open) : Optional.empty();
        next.ifPresentOrElse(
                turn -> ideas.tasks().reschedule(task, turn, file.closeAt()),
                () -> ideas.tasks().done(task));
    }
}

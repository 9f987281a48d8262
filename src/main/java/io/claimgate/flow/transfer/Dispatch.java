package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.dossier.Evidence;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Vault;
import io.claimgate.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** From documents that have to travel to committed intents, each with a task of its own. */
final class Dispatch {

    private final TransferBooks books;
    private final Ideas ideas;
    private final DossierNews news;
    private final DocumentChannels channels;
    private final ArchiveMaker archives;

    Dispatch(TransferBooks books, Ideas ideas, DocumentChannels channels, ArchiveMaker archives) {
        this.books = books;
        this.ideas = ideas;
        this.news = new DossierNews(ideas);
        this.channels = channels;
        this.archives = archives;
    }

    /** A consignment and its bytes in the vault. */
    record Packed(Consignment consignment, Vault.Stored payload) {}

    /** What goes now; what cannot go by machine is told. */
    Consignment.Plan plan(DossierFile file) {
        List<Evidence> travelling = file.travelling();
        Claim claim = file.claim();
        String insurer = claim.subject().insurer();
        List<DocumentChannel> ways = travelling.isEmpty() ? List.of() : channels.of(insurer);
        Consignment.Plan plan = Consignment.plan(ways, travelling, file.goesAsItIs(ideas.now()));
        if (plan.tooLarge().isEmpty()) {
            news.clear(claim, ProblemCode.DOS_013);
        } else {
            String names = plan.tooLarge().stream()
                    .map(one -> one.document().name() + " (" + one.document().size() + " bytes)")
                    .collect(Collectors.joining(", "));
            String why = ways.isEmpty()
                    ? insurer + " takes no documents from machines: " + names
                    : "larger than every way to " + insurer + " takes: " + names;
            news.alert(claim, ProblemCode.DOS_013, Severity.CRITICAL, "", why);
        }
        return plan;
    }

    /** A document that goes alone is its own payload. */
    Packed single(Consignment consignment) {
        var document = consignment.documents().get(0).document();
        return new Packed(consignment, new Vault.Stored(document.sha256(), document.size()));
    }

    /** Archives, outside of any transaction. */
    List<Packed> pack(String creditor, List<Consignment> consignments) {
        return consignments.stream()
                .map(consignment -> {
                    List<Parcel.Content> contents = consignment.items(1).stream()
                            .map(Transfer.Item::content)
                            .toList();
                    return new Packed(consignment, archives.make(creditor, contents, ideas.vault()::path));
                })
                .toList();
    }

    /** The intent, and the task that carries it out; in the caller's transaction. */
    void send(DossierFile file, Packed packed) {
        Claim claim = file.claim();
        int number = books.transfers().lastNumber(claim.key()) + 1;
        List<Transfer.Item> items = packed.consignment().items(number);
        DocumentChannel.Terms terms = packed.consignment().channel().terms();
        Vault.Stored payload = packed.payload();
        String name = terms.whole()
                ? Parcel.name(claim.subject().creditor(), claim.key(), number)
                : items.get(0).content().name();
        long submission = books.transfers().insert(claim, number, terms.name(), name, items, payload, ideas.now());
        news.record(
                claim,
                "sending",
                Map.of(
                        "transfer", number,
                        "channel", terms.name(),
                        "name", name,
                        "payload", payload.sha256(),
                        "documents",
                                items.stream()
                                        .map(item -> item.content().name())
                                        .toList()));
        ideas.tasks()
                .arm(
                        TransferHandler.KIND,
                        Long.toString(submission),
                        claim.subject().creditor(),
                        ideas.now(),
                        file.closeAt());
    }
}

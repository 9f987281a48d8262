package io.claimgate.flow.transfer;

import io.claimgate.dossier.Document;
import io.claimgate.dossier.EntryName;
import io.claimgate.dossier.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents that go together, one way.
 *
 * @param documents at least one; more than one only where the channel carries whole dossiers
 */
record Consignment(DocumentChannel channel, List<Evidence> documents) {

    /** What the archive's own bookkeeping needs at most, per document. */
    private static final int OVERHEAD = 1024;

    Consignment {
        documents = List.copyOf(documents);
    }

    /**
     * What becomes of the documents that have to travel.
     *
     * @param ready go now
     * @param waiting go later, with the rest of the dossier
     * @param tooLarge no channel takes them
     */
    record Plan(List<Consignment> ready, List<Evidence> waiting, List<Evidence> tooLarge) {}

    /**
     * Each document goes the first way that takes its size. Where whole dossiers are carried, it waits for the rest.
     *
     * @param travelling not yet on the way; the same bytes of one kind go once
     * @param whole whether there is nothing left to wait for
     */
    static Plan plan(List<DocumentChannel> channels, List<Evidence> travelling, boolean whole) {
        List<Consignment> ready = new ArrayList<>();
        List<Evidence> waiting = new ArrayList<>();
        List<Evidence> tooLarge = new ArrayList<>();
        Map<DocumentChannel, List<Evidence>> dossiers = new LinkedHashMap<>();
        for (Evidence evidence : once(travelling)) {
            DocumentChannel way = channels.stream()
                    .filter(channel -> takes(channel.terms(), evidence))
                    .findFirst()
                    .orElse(null);
            if (way == null) {
                tooLarge.add(evidence);
            } else if (!way.terms().whole()) {
                ready.add(new Consignment(way, List.of(evidence)));
            } else if (whole) {
                dossiers.computeIfAbsent(way, key -> new ArrayList<>()).add(evidence);
            } else {
                waiting.add(evidence);
            }
        }
        dossiers.forEach((way, documents) -> ready.addAll(packed(way, documents)));
        return new Plan(ready, waiting, tooLarge);
    }

    /** The documents as the insurer sees them. @param number of the transfer */
    List<Transfer.Item> items(int number) {
        List<Transfer.Item> items = new ArrayList<>();
        for (Evidence evidence : documents) {
            Document document = evidence.document();
            int place = channel.terms().whole() ? items.size() + 1 : number;
            String name = EntryName.of(place, document.kind(), evidence.invoiceNumber(), document.mediaType());
            items.add(new Transfer.Item(
                    document.id(),
                    new Parcel.Content(
                            name, document.kind().name(), document.sha256(), document.size(), document.mediaType())));
        }
        return items;
    }

    private static boolean takes(DocumentChannel.Terms terms, Evidence evidence) {
        long size = evidence.document().size() + (terms.whole() ? OVERHEAD : 0);
        return size <= terms.largest();
    }

    private static List<Evidence> once(List<Evidence> travelling) {
        Map<String, Evidence> byBytes = new LinkedHashMap<>();
        travelling.forEach(evidence -> byBytes.putIfAbsent(
                evidence.document().kind() + " " + evidence.document().sha256(), evidence));
        return List.copyOf(byBytes.values());
    }

    /** As many archives as the channel's largest size makes necessary. */
    private static List<Consignment> packed(DocumentChannel way, List<Evidence> documents) {
        List<Consignment> archives = new ArrayList<>();
        List<Evidence> archive = new ArrayList<>();
        long size = 0;
        for (Evidence evidence : documents) {
            long more = evidence.document().size() + OVERHEAD;
            if (!archive.isEmpty() && size + more > way.terms().largest()) {
                archives.add(new Consignment(way, archive));
                archive = new ArrayList<>();
                size = 0;
            }
            archive.add(evidence);
            size += more;
        }
        archives.add(new Consignment(way, archive));
        return archives;
    }
}

package io.claimgate.dossier;

import io.claimgate.claim.ClaimLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a claim's file stands: each thing that is needed, and what serves it. */
public record Completeness(List<Item> items) {

    /**
     * One thing that is needed.
     *
     * @param invoiceNumber null where it is needed once for the whole claim
     * @param served by these; empty: it is missing
     */
    public record Item(DocumentKind kind, @Nullable String invoiceNumber, String why, List<Evidence> served) {

        /** When the insurer first had something that serves it; null while it has nothing. */
        @Nullable
        Instant atInsurer() {
            return served.stream()
                    .map(Evidence::atInsurer)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    public Completeness {
        items = List.copyOf(items);
    }

    /** Compares what is wanted with what there is. A kind that is needed per invoice is needed for every invoice of the claim. */
    public static Completeness of(Wanted wanted, List<ClaimLine> lines, List<Evidence> evidence) {
        List<String> invoices =
                lines.stream().map(ClaimLine::invoiceNumber).distinct().toList();
        List<Item> items = new ArrayList<>();
        wanted.kinds().forEach((kind, want) -> {
            List<Evidence> fit = evidence.stream()
                    .filter(one -> one.document().kind() == kind && answers(one, want))
                    .toList();
            if (kind.perInvoice()) {
                items.addAll(perInvoice(kind, want, invoices, fit));
            } else {
                items.add(new Item(kind, null, want.why(), fit));
            }
        });
        return new Completeness(items);
    }

    private static List<Item> perInvoice(
            DocumentKind kind, Wanted.Want want, List<String> invoices, List<Evidence> fit) {
        List<Evidence> forAll =
                fit.stream().filter(one -> one.invoiceNumber() == null).toList();
        Map<String, List<Evidence>> byInvoice = fit.stream()
                .filter(one -> one.invoiceNumber() != null)
                .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.invoiceNumber())));
        return invoices.stream()
                .map(invoice -> new Item(
                        kind,
                        invoice,
                        want.why(),
                        Stream.concat(byInvoice.getOrDefault(invoice, List.of()).stream(), forAll.stream())
                                .toList()))
                .toList();
    }

    public int required() {
        return items.size();
    }

    public int present() {
        return required() - missing().size();
    }

    public List<Missing> missing() {
        return items.stream()
                .filter(item -> item.served().isEmpty())
                .map(item -> new Missing(item.kind(), item.invoiceNumber(), item.why()))
                .toList();
    }

    /** Whether everything is here. */
    public boolean complete() {
        return missing().isEmpty();
    }

    /** When the insurer had everything: the last of the receipts that were needed. Empty while one is still to come, and where nothing is. */
    public Optional<Instant> receivedAt() {
        Stream<@Nullable Instant> receipts = items.stream().map(Item::atInsurer);
        List<@Nullable Instant> all = receipts.toList();
        return all.contains(null)
                ? Optional.empty()
                : all.stream().filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** What an insurer had when it asked is not what it asked for. */
    private static boolean answers(Evidence evidence, Wanted.Want want) {
        Instant since = want.since();
        Instant had = evidence.atInsurer();
        return since == null || had == null || !had.isBefore(since);
    }
}

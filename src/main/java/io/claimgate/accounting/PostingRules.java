package io.claimgate.accounting;

import io.claimgate.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a booking to the entries of the ERPs whose receivables it is about. */
public final class PostingRules {

    private PostingRules() {}

    /**
     * One balanced posting per source, in the order of its first receivable; none for a source on which nothing falls.
     *
     * @param mappings by source
     * @param customers by receivable: whom its invoice names
     */
    public static List<Posting> postings(
            Booking booking, Function<String, AccountingMapping> mappings, Map<Long, Customer> customers) {
        SharedAmounts amounts = new SharedAmounts(booking);
        Map<String, List<Integer>> bySource = new LinkedHashMap<>();
        for (int place = 0; place < booking.receivables().size(); place++) {
            bySource.computeIfAbsent(booking.receivables().get(place).source(), source -> new ArrayList<>())
                    .add(place);
        }
        return bySource.entrySet().stream()
                .map(source -> posting(
                        booking,
                        source.getKey(),
                        source.getValue(),
                        amounts,
                        mappings.apply(source.getKey()),
                        customers))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Posting> posting(
            Booking booking,
            String source,
            List<Integer> places,
            SharedAmounts amounts,
            AccountingMapping mapping,
            Map<Long, Customer> customers) {
        List<PostingLine> lines = mapping.lines(booking.event()).stream()
                .flatMap(rule -> lines(booking, rule, places, amounts, mapping, customers).stream())
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Posting(
                PostingId.of(booking.cause(), source),
                source,
                booking.creditor(),
                booking.claimKey(),
                booking.buyerId(),
                booking.cause(),
                booking.event(),
                booking.insurer(),
                booking.insurerReference(),
                booking.date(),
                mapping.text(booking.event()),
                lines));
    }

    /** A customer's line for each receivable; of everything else one line, which names an invoice only where there is but one. */
    private static List<PostingLine> lines(
            Booking booking,
            RuleLine rule,
            List<Integer> places,
            SharedAmounts amounts,
            AccountingMapping mapping,
            Map<Long, Customer> customers) {
        Account account = mapping.account(rule.role(), booking.date());
        if (rule.auxiliary() == RuleLine.Auxiliary.BUYER) {
            return places.stream()
                    .map(place -> {
                        Booking.Receivable receivable = booking.receivables().get(place);
                        return line(
                                rule,
                                account,
                                customers.get(receivable.id()),
                                amounts.of(rule.amount(), List.of(place)),
                                receivable.invoiceNumber());
                    })
                    .flatMap(Optional::stream)
                    .toList();
        }
        Customer insurer = rule.auxiliary() == RuleLine.Auxiliary.INSURER
                ? new Customer(booking.insurer(), booking.insurer())
                : null;
        return line(rule, account, insurer, amounts.of(rule.amount(), places), onlyInvoice(booking, places)).stream()
                .toList();
    }

    private static Optional<PostingLine> line(
            RuleLine rule,
            Account account,
            @Nullable Customer auxiliary,
            Money amount,
            @Nullable String invoiceNumber) {
        return amount.amount().signum() == 0
                ? Optional.empty()
                : Optional.of(PostingLine.of(rule.side(), account, auxiliary, amount, invoiceNumber));
    }

    private static @Nullable String onlyInvoice(Booking booking, List<Integer> places) {
        List<String> invoices = places.stream()
                .map(place -> booking.receivables().get(place).invoiceNumber())
                .distinct()
                .toList();
        return invoices.size() == 1 ? invoices.get(0) : null;
    }
}

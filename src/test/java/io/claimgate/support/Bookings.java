package io.claimgate.support;

import io.claimgate.accounting.AccountingMapping;
import io.claimgate.accounting.Booking;
import io.claimgate.accounting.Booking.Amount;
import io.claimgate.accounting.Booking.Event;
import io.claimgate.accounting.Customer;
import io.claimgate.catalogue.AccountingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bookings for tests, and the accounting mappings as they are shipped. */
public final class Bookings {

    public static final String CLAIM = "CG-TEST-1";
    public static final LocalDate DAY = LocalDate.of(2026, 6, 10);

    private static final AccountingFiles SHIPPED = AccountingFiles.read(shipped());

    private Bookings() {}

    /** The texts of the shipped files by path. */
    public static Map<String, String> shipped() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("mappings/accounting"))) {
            for (Path file : files.toList()) {
                texts.put("mappings/accounting/" + file.getFileName(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    public static AccountingFiles mappings() {
        return SHIPPED;
    }

    public static AccountingMapping mapping(String source) {
        return mappings().of(source);
    }

    public static Booking.Receivable receivable(long id, String source, String weight) {
        return new Booking.Receivable(id, source, "F-" + id, 1, new BigDecimal(weight));
    }

    public static Booking booking(
            String cause, Event event, Map<Amount, BigDecimal> amounts, Booking.Receivable... of) {
        return booking(cause, CLAIM, event, DAY, amounts, List.of(of));
    }

    public static Booking booking(
            String cause,
            String claimKey,
            Event event,
            LocalDate day,
            Map<Amount, BigDecimal> amounts,
            List<Booking.Receivable> of) {
        return new Booking(cause, event, claimKey, "ACME-FR", 1, "sandbox", "INS-77", day, "EUR", amounts, of);
    }

    public static Map<Amount, BigDecimal> gross(String amount) {
        return Map.of(Amount.GROSS, new BigDecimal(amount));
    }

    /** Example 3 of the ledger: 24,000 with shared cost 2,400. */
    public static Map<Amount, BigDecimal> recovery(String costs, String insurer, String insured) {
        BigDecimal net = new BigDecimal(insurer).add(new BigDecimal(insured));
        return Map.of(
                Amount.GROSS,
                net.add(new BigDecimal(costs)),
                Amount.COSTS,
                new BigDecimal(costs),
                Amount.NET,
                net,
                Amount.INSURER_SHARE,
                new BigDecimal(insurer),
                Amount.INSURED_SHARE,
                new BigDecimal(insured));
    }

    /** An event of any kind with any figures, some of them nothing. */
    public static Map<Amount, BigDecimal> any(Random random, Event event) {
        return event.shared()
                ? recovery(cents(random), cents(random), cents(random))
                : gross(BigDecimal.valueOf(1 + random.nextInt(50_000_000), 2).toPlainString());
    }

    private static String cents(Random random) {
        return random.nextInt(4) == 0
                ? "0.00"
                : BigDecimal.valueOf(random.nextInt(random.nextBoolean() ? 20 : 20_000_000), 2)
                        .toPlainString();
    }

    /** Customer number C-n of receivable n. */
    public static Map<Long, Customer> customers(Booking booking) {
        Map<Long, Customer> customers = new HashMap<>();
        booking.receivables()
                .forEach(one -> customers.put(one.id(), new Customer("C-" + one.id(), "Buyer & Sons " + one.id())));
        return customers;
    }

    /** Receivables of one to three sources with any weights. */
    public static List<Booking.Receivable> any(Random random) {
        int count = 1 + random.nextInt(12);
        return IntStream.range(0, count)
                .mapToObj(i -> receivable(
                        i + 1L,
                        List.of("acme", "highradius", "acme-fec").get(random.nextInt(3)),
                        BigDecimal.valueOf(random.nextInt(5) == 0 ? 0 : random.nextInt(3_000_000), 2)
                                .toPlainString()))
                .toList();
    }
}

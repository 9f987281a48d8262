package io.claimgate.laboratory;

import io.claimgate.laboratory.checker.Dropped;
import io.claimgate.laboratory.checker.Dropped.Invoice;
import io.claimgate.laboratory.checker.Dropped.Paper;
import io.claimgate.support.Papers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** An ERP that drops invoices, and evidence for them, and knows what it dropped. */
public final class Drops {

    private static final String HEADER =
            "invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry\n";

    private final Path folder;
    private final List<String> files = new ArrayList<>();
    private final List<Invoice> invoices = new ArrayList<>();
    private final List<Paper> papers = new ArrayList<>();

    /** @param folder {@code erp/<source>} of the gateway's home */
    public Drops(Path folder) {
        this.folder = folder;
    }

    /** A file with these invoices. */
    public void invoices(String name, List<Invoice> rows) {
        StringBuilder text = new StringBuilder(HEADER);
        rows.forEach(row -> text.append(String.join(
                        ",",
                        row.number(),
                        row.due().minusDays(30).toString(),
                        row.due().toString(),
                        row.currency(),
                        row.amount().toPlainString(),
                        row.buyer(),
                        "Buyer " + row.buyer(),
                        "DE"))
                .append('\n'));
        drop(name, text.toString().getBytes(StandardCharsets.UTF_8));
        invoices.addAll(rows);
    }

    /** A buyer as it is called now. */
    public void buyers(String name, String buyer, String called) {
        String text = "buyerId,buyerName,buyerCountry\n" + buyer + "," + called + ",DE\n";
        drop(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The invoice itself, as a paper. */
    public void paper(Invoice invoice) {
        String name = "INVOICE_" + invoice.number() + ".pdf";
        byte[] bytes = Papers.pdf(invoice.number() + " " + invoice.amount());
        drop(name, bytes);
        papers.add(new Paper(invoice.number(), "INVOICE", sha256(bytes)));
    }

    /** What was dropped so far, and by others into the same folder. */
    public Dropped dropped(List<String> byOthers) {
        List<String> all = new ArrayList<>(files);
        all.addAll(byOthers);
        return new Dropped(folder, all, invoices, papers);
    }

    /** An invoice that has been due long enough to be declared today. */
    public static Invoice overdue(String buyer, String number, LocalDate today, String amount) {
        return new Invoice(buyer, number, today.minusDays(80), new BigDecimal(amount), "EUR");
    }

    private void drop(String name, byte[] bytes) {
        try {
            Path in = Files.createDirectories(folder.resolve("in"));
            Path part = in.resolve(name + ".part");
            Files.write(part, bytes);
            Files.move(part, in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            files.add(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

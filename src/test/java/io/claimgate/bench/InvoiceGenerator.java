package io.claimgate.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Canonical invoice files of any size, streamed; the same arguments give the same bytes. */
public final class InvoiceGenerator {

    public static final String HEADER =
            "invoiceNumber,issueDate,dueDate,currency,grossAmount,openAmount,buyerId,buyerName,buyerCountry,orderNumber,goods\n";

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int ROWS_PER_BUYER = 50;

    private InvoiceGenerator() {}

    /** @param comment makes other bytes of the same rows */
    public static void write(Path target, int rows, String comment) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int i = 0; i < rows; i++) {
                out.write(row(i));
            }
            // Empty lines are no rows.
            out.write(comment);
        }
    }

    public static String row(int i) {
        LocalDate issued = FIRST.plusDays(i % 120);
        int buyer = (int) ((i * 2654435761L >>> 7) % Math.max(1, 20_000));
        long cents = 1_000 + (i * 7919L) % 9_000_000;
        String amount = cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
        return "INV" + i + "," + issued + "," + issued.plusDays(30) + ",EUR," + amount + "," + amount + ",C" + buyer
                + ",Buyer number " + buyer + " SARL,FR,PO-" + i / ROWS_PER_BUYER + ",Machine parts\n";
    }
}

package io.claimgate.laboratory.checker;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What was put into the drop folder.
 *
 * @param folder {@code erp/<source>} of the gateway's home
 * @param files names that were dropped, each as often as it was
 */
public record Dropped(Path folder, List<String> files, List<Invoice> invoices, List<Paper> papers) {

    /** An invoice that must be declared. */
    public record Invoice(String buyer, String number, LocalDate due, BigDecimal amount, String currency) {}

    /** Evidence of an invoice. */
    public record Paper(String invoice, String kind, String sha256) {}

    public Dropped {
        files = List.copyOf(files);
        invoices = List.copyOf(invoices);
        papers = List.copyOf(papers);
    }
}

package io.claimgate.paper;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.Debtor;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.flow.transfer.Notice;
import io.claimgate.flow.transfer.PaperMaker;
import io.claimgate.flow.transfer.Statement;
import io.claimgate.paper.Page.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** Papers as PDF. Nothing outside is opened, and the same facts give the same bytes. */
public final class PdfPapers implements PaperMaker {

    /** Of more receivables only the oldest are listed; the total counts all. */
    static final int MOST_LINES = 1000;

    static {
        PaperFont.prepare();
    }

    @Override
    public byte[] statement(Statement statement) {
        List<Fact> facts = new ArrayList<>(head(statement.creditor(), statement.claimKey(), statement.debtor()));
        facts.add(new Fact("Policy", statement.policy()));
        facts.add(new Fact("As of", statement.asOf().toString()));
        Page page = new Page("Statement of account")
                .facts(facts)
                .table(
                        "Receivables",
                        List.of("Invoice", "Instalment", "Issued", "Due", ">Invoiced", ">Settled", ">Outstanding"),
                        statement.lines().stream()
                                .limit(MOST_LINES)
                                .map(line -> line(line, statement.currency()))
                                .toList())
                .facts(List.of(
                        new Fact("Total outstanding", statement.total().toPlainString() + " " + statement.currency())))
                .table(
                        "Payments received",
                        List.of("Date", "Payment", "Matched with", "Note", ">Amount"),
                        statement.payments().stream()
                                .map(paid -> paid(paid, statement.currency()))
                                .toList())
                .note(
                        "From the insurer's ledger: every payment settles the oldest receivable first, by its original due date,"
                                + " whatever it was matched with. Amounts in " + statement.currency()
                                + " where no other currency stands beside them.");
        if (statement.lines().size() > MOST_LINES) {
            page.note((statement.lines().size() - MOST_LINES)
                    + " more receivables, due later, stand in the claim's declaration.");
        }
        if (statement.payments().size() >= Statement.MOST_PAYMENTS) {
            page.note("Only the latest " + Statement.MOST_PAYMENTS + " payments are listed.");
        }
        return pdf(page.finished(), statement.asOf());
    }

    @Override
    public byte[] notices(DocumentKind kind, String creditor, String claimKey, Debtor debtor, List<Notice> notices) {
        String title = kind == DocumentKind.FORMAL_NOTICE ? "Record of formal notices" : "Record of reminders";
        Page page = new Page(title)
                .facts(head(creditor, claimKey, debtor))
                .table(
                        "Sent to the debtor",
                        List.of("Date", "Level", "By", "About", "Text", "Recorded by", ">Amount"),
                        notices.stream().map(PdfPapers::notice).toList())
                .note("Made from the creditor's books; the notices themselves were not brought as documents.");
        return pdf(page.finished(), notices.get(notices.size() - 1).on());
    }

    private static List<Fact> head(String creditor, String claimKey, Debtor debtor) {
        String place = Stream.of(debtor.street(), debtor.postCode(), debtor.city(), debtor.country())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return List.of(
                new Fact("Creditor", creditor),
                new Fact("Claim", claimKey),
                new Fact("Debtor", debtor.name()),
                new Fact("Customer number", debtor.number()),
                new Fact("Address", place),
                new Fact("Registration", debtor.registration()),
                new Fact("VAT number", debtor.vat()));
    }

    private static List<String> line(Statement.Line line, String usual) {
        ClaimLine claimed = line.claimed();
        return List.of(
                claimed.invoiceNumber(),
                Integer.toString(claimed.instalment()),
                claimed.issueDate().toString(),
                claimed.dueDate().toString(),
                money(line.gross(), claimed.currency(), usual),
                money(line.gross().subtract(claimed.amount()), claimed.currency(), usual),
                money(claimed.amount(), claimed.currency(), usual));
    }

    private static String money(BigDecimal amount, String currency, String usual) {
        return currency.equals(usual) ? amount.toPlainString() : amount.toPlainString() + " " + currency;
    }

    private static List<String> paid(Statement.Paid paid, String usual) {
        return List.of(
                paid.on().toString(),
                paid.id(),
                text(paid.invoiceNumber()),
                paid.reversalOf() == null ? "" : "reversal of " + paid.reversalOf(),
                money(paid.amount(), paid.currency(), usual));
    }

    private static List<String> notice(Notice notice) {
        BigDecimal amount = notice.amount();
        return List.of(
                notice.on().toString(),
                notice.level() == null ? "" : notice.level().toString(),
                text(notice.channel()),
                notice.invoiceNumber() == null ? "whole account" : notice.invoiceNumber(),
                text(notice.note()),
                notice.recordedBy(),
                amount == null ? "" : amount.stripTrailingZeros().toPlainString() + " " + text(notice.currency()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static byte[] pdf(Document page, LocalDate date) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(PaperFont::open, PaperFont.FAMILY);
        builder.useUriResolver((base, uri) -> null);
        builder.withW3cDocument(page, null);
        builder.withProducer("Claimgate");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            // What would differ each time: the dates in it, and its identity.
            Calendar day = GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC));
            day.setTimeZone(TimeZone.getTimeZone("UTC"));
            pdf.getDocumentInformation().setCreationDate(day);
            pdf.getDocumentInformation().setModificationDate(day);
            pdf.setDocumentId(0L);
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the paper cannot be written to memory", e);
        }
    }
}

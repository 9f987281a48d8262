package io.claimgate.store.intake;

import io.claimgate.feed.BuyerRow;
import io.claimgate.feed.EventRow;
import io.claimgate.feed.FeedKind;
import io.claimgate.feed.InvoiceRow;
import io.claimgate.feed.Party;
import io.claimgate.feed.PaymentRow;
import io.claimgate.feed.PostingReceiptRow;
import io.claimgate.feed.RateRow;
import io.claimgate.feed.Row;
import io.claimgate.flow.intake.PolicyLookup;
import io.claimgate.flow.intake.Staging;
import io.claimgate.money.FxRate;
import io.claimgate.store.Dialect;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The staging tables. */
public final class JdbcStaging implements Staging {

    private static final List<String> INVOICE = List.of(
            "file_id",
            "line",
            "creditor",
            "invoice_number",
            "instalment",
            "type",
            "issue_date",
            "due_date",
            "extended_due_date",
            "delivery_date",
            "currency",
            "gross_amount",
            "net_amount",
            "open_amount",
            "disputed_amount",
            "order_number",
            "delivery_note",
            "payment_reference",
            "goods",
            "preceding_invoice",
            "buyer_ref",
            "buyer_name",
            "buyer_country",
            "registration",
            "registration_scheme",
            "vat",
            "street",
            "post_code",
            "city",
            "email",
            "language",
            "policy",
            "contract",
            "row_hash");
    private static final List<String> PAYMENT = List.of(
            "file_id",
            "line",
            "creditor",
            "payment_id",
            "paid_on",
            "amount",
            "currency",
            "buyer_ref",
            "invoice_number",
            "reference",
            "means",
            "reversal_of",
            "row_hash");
    private static final List<String> BUYER = List.of(
            "file_id",
            "line",
            "creditor",
            "buyer_ref",
            "buyer_name",
            "buyer_country",
            "registration",
            "registration_scheme",
            "vat",
            "street",
            "post_code",
            "city",
            "email",
            "language",
            "insurer_buyer_id",
            "limit_amount",
            "limit_currency",
            "limit_type",
            "limit_from",
            "limit_to",
            "limit_decision_id",
            "row_hash");

    private static final List<String> RECEIPT =
            List.of("file_id", "line", "creditor", "posting_id", "status", "erp_document", "message", "row_hash");

    private static final List<String> RATE =
            List.of("file_id", "line", "creditor", "rate_day", "from_currency", "to_currency", "rate", "row_hash");

    private final JdbcTemplate sql;
    private final BulkInserts inserts;
    private final Dialect dialect;

    public JdbcStaging(DataSource dataSource, Dialect dialect) {
        this.sql = new JdbcTemplate(dataSource);
        this.inserts = new BulkInserts(dataSource, dialect);
        this.dialect = dialect;
    }

    static String table(FeedKind kind) {
        return switch (kind) {
            case INVOICES -> "staging_invoice";
            case PAYMENTS -> "staging_payment";
            case BUYERS -> "staging_buyer";
            case EVENTS -> "staging_event";
            case DOCUMENTS -> throw new IllegalArgumentException("a document has no rows");
            case POSTING_RECEIPTS -> "staging_posting_receipt";
            case RATES -> "staging_rate";
        };
    }

    @Override
    public Batch open(long fileId, FeedKind kind) {
        List<String> columns = switch (kind) {
            case INVOICES -> INVOICE;
            case PAYMENTS -> PAYMENT;
            case BUYERS -> BUYER;
            case EVENTS -> StagedEvent.COLUMNS;
            case DOCUMENTS -> throw new IllegalArgumentException("a document has no rows");
            case POSTING_RECEIPTS -> RECEIPT;
            case RATES -> RATE;
        };
        return new Rows(fileId, inserts.open(table(kind), columns));
    }

    @Override
    public void rejectedInvoices(long fileId, Map<Long, String> invoiceNumbers) {
        if (invoiceNumbers.isEmpty()) {
            return;
        }
        try (BulkInserts.Sink sink = inserts.open("staging_reject", List.of("file_id", "line", "invoice_number"))) {
            new TreeMap<>(invoiceNumbers).forEach((line, number) -> sink.add(fileId, line, number));
        }
    }

    @Override
    public void complete(FeedKind kind) {
        if (dialect == Dialect.POSTGRESQL) {
            // Without it the planner believes the table as empty as before and joins row by row.
            sql.execute("analyze " + table(kind));
        }
    }

    @Override
    public OptionalLong endOfRange(long fileId, FeedKind kind, long line, int rows) {
        Long end = sql.queryForObject(
                "select max(line) from (select line from " + table(kind)
                        + " where file_id = ? and line > ? order by line fetch first " + rows + " rows only) part",
                Long.class,
                fileId,
                line);
        return end == null ? OptionalLong.empty() : OptionalLong.of(end);
    }

    @Override
    public void clear(long fileId, FeedKind kind) {
        for (String table : List.of(table(kind), "staging_party", "staging_reject", "staging_dirty")) {
            sql.update("delete from " + table + " where file_id = ?", fileId);
        }
    }

    private record Rows(long fileId, BulkInserts.Sink sink) implements Batch {

        @Override
        public void add(Row row, PolicyLookup.@Nullable Found policy) {
            if (row instanceof InvoiceRow invoice) {
                invoice(invoice, policy);
            } else if (row instanceof PostingReceiptRow receipt) {
                receipt(receipt);
            } else if (row instanceof RateRow rate) {
                rate(rate);
            } else if (row instanceof PaymentRow payment) {
                sink.add(
                        fileId,
                        payment.line(),
                        payment.creditor(),
                        payment.paymentId(),
                        payment.date(),
                        payment.amount(),
                        payment.currency(),
                        payment.buyerRef(),
                        payment.invoiceNumber(),
                        payment.reference(),
                        payment.means(),
                        payment.reversalOf(),
                        payment.hash());
            } else if (row instanceof BuyerRow buyer) {
                Party party = buyer.buyer();
                sink.add(
                        fileId,
                        buyer.line(),
                        buyer.creditor(),
                        party.ref(),
                        party.name(),
                        party.country(),
                        party.registration(),
                        party.registrationScheme(),
                        party.vat(),
                        party.street(),
                        party.postCode(),
                        party.city(),
                        party.email(),
                        party.language(),
                        buyer.insurerBuyerId(),
                        buyer.limitAmount(),
                        buyer.limitCurrency(),
                        buyer.limitType(),
                        buyer.limitFrom(),
                        buyer.limitTo(),
                        buyer.limitDecisionId(),
                        buyer.hash());
            } else if (row instanceof EventRow event) {
                sink.add(StagedEvent.values(fileId, event));
            }
        }

        private void receipt(PostingReceiptRow receipt) {
            sink.add(
                    fileId,
                    receipt.line(),
                    receipt.creditor(),
                    receipt.postingId(),
                    receipt.answer().name(),
                    receipt.erpDocument(),
                    receipt.message(),
                    receipt.hash());
        }

        private void rate(RateRow row) {
            FxRate rate = row.rate();
            sink.add(fileId, row.line(), row.creditor(), rate.on(), rate.from(), rate.to(), rate.rate(), row.hash());
        }

        private void invoice(InvoiceRow row, PolicyLookup.@Nullable Found policy) {
            Party party = row.buyer();
            sink.add(
                    fileId,
                    row.line(),
                    row.creditor(),
                    row.invoiceNumber(),
                    row.instalment(),
                    row.type(),
                    row.issueDate(),
                    row.dueDate(),
                    row.extendedDueDate(),
                    row.deliveryDate(),
                    row.currency(),
                    row.grossAmount(),
                    row.netAmount(),
                    row.openAmount(),
                    row.disputedAmount(),
                    row.orderNumber(),
                    row.deliveryNote(),
                    row.paymentReference(),
                    row.goods(),
                    row.precedingInvoice(),
                    party.ref(),
                    party.name(),
                    party.country(),
                    party.registration(),
                    party.registrationScheme(),
                    party.vat(),
                    party.street(),
                    party.postCode(),
                    party.city(),
                    party.email(),
                    party.language(),
                    policy == null ? null : policy.policy(),
                    policy == null ? null : policy.contract(),
                    row.hash());
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}

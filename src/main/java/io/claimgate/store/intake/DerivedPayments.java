package io.claimgate.store.intake;

import io.claimgate.flow.intake.ErpFile;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Books derived payments until those of a receivable that stand add up to what must have been paid. */
final class DerivedPayments {

    private static final int CHUNK = 500;

    /** @param tag tells its payments apart from others of the same file */
    record Receivable(
            String tag,
            String creditor,
            String invoiceNumber,
            int instalment,
            String currency,
            long buyerId,
            String buyerRef) {}

    /** What must have been paid on a receivable by now. */
    record Paid(Receivable receivable, BigDecimal amount) {}

    private record Known(String id, LocalDate paidOn, BigDecimal amount) {}

    private final NamedParameterJdbcTemplate sql;

    DerivedPayments(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    void book(ErpFile file, List<Paid> paid) {
        for (int from = 0; from < paid.size(); from += CHUNK) {
            bookChunk(file, paid.subList(from, Math.min(from + CHUNK, paid.size())));
        }
    }

    private void bookChunk(ErpFile file, List<Paid> chunk) {
        Map<String, List<Known>> standing = standing(file.source(), chunk);
        List<Object[]> rows = new ArrayList<>();
        for (Paid one : chunk) {
            List<Known> known = standing.getOrDefault(
                    key(
                            one.receivable().creditor(),
                            one.receivable().invoiceNumber(),
                            one.receivable().instalment()),
                    List.of());
            BigDecimal sum = known.stream().map(Known::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (one.amount().compareTo(sum) > 0) {
                rows.add(row(
                        file,
                        one.receivable(),
                        "",
                        file.businessDate(),
                        one.amount().subtract(sum),
                        null));
            } else {
                takeBack(file, one, known, sum, rows);
            }
        }
        if (!rows.isEmpty()) {
            sql.getJdbcOperations()
                    .batchUpdate(
                            "insert into payment (creditor, source, payment_id, paid_on, amount, currency, buyer_id, buyer_ref, invoice_number, instalment,"
                                    + " reversal_of, derived, row_hash, file_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?)",
                            rows);
        }
    }

    /** A payment that bounced is computed as never made; the part of it that still stands is booked again on its day. */
    private static void takeBack(ErpFile file, Paid one, List<Known> known, BigDecimal sum, List<Object[]> rows) {
        BigDecimal tooMuch = sum.subtract(one.amount());
        for (int i = known.size() - 1; i >= 0 && tooMuch.signum() > 0; i--) {
            Known last = known.get(i);
            rows.add(row(
                    file,
                    one.receivable(),
                    "-r" + i,
                    file.businessDate(),
                    last.amount().negate(),
                    last.id()));
            BigDecimal stays = last.amount().subtract(tooMuch);
            if (stays.signum() > 0) {
                rows.add(row(file, one.receivable(), "-s" + i, last.paidOn(), stays, null));
            }
            tooMuch = tooMuch.subtract(last.amount());
        }
    }

    private Map<String, List<Known>> standing(String source, List<Paid> chunk) {
        Map<String, Set<String>> invoices = new HashMap<>();
        chunk.forEach(one -> invoices.computeIfAbsent(one.receivable().creditor(), any -> new HashSet<>())
                .add(one.receivable().invoiceNumber()));
        Map<String, List<Known>> standing = new HashMap<>();
        invoices.forEach((creditor, numbers) -> sql.query(
                "select p.* from payment p where p.creditor = :creditor and p.invoice_number in (:numbers) and p.source = :source and p.reversal_of is null"
                        + " and not exists (select 1 from payment b where b.creditor = p.creditor and b.source = p.source and b.reversal_of = p.payment_id"
                        + " and b.invoice_number = p.invoice_number) order by p.id",
                Map.of("creditor", creditor, "numbers", numbers, "source", source),
                row -> {
                    standing.computeIfAbsent(
                                    key(creditor, row.getString("invoice_number"), row.getInt("instalment")),
                                    any -> new ArrayList<>())
                            .add(new Known(
                                    row.getString("payment_id"),
                                    row.getObject("paid_on", LocalDate.class),
                                    row.getBigDecimal("amount")));
                }));
        return standing;
    }

    private static Object[] row(
            ErpFile file,
            Receivable receivable,
            String suffix,
            LocalDate day,
            BigDecimal amount,
            @Nullable String reversalOf) {
        String id = "derived-" + file.id() + "-" + receivable.tag() + suffix;
        ByteBuffer hash = ByteBuffer.wrap(
                Hashes.sha256((id + "|" + day + "|" + amount.toPlainString()).getBytes(StandardCharsets.UTF_8)));
        return new Object[] {
            receivable.creditor(),
            file.source(),
            id,
            day,
            amount,
            receivable.currency(),
            receivable.buyerId(),
            receivable.buyerRef(),
            receivable.invoiceNumber(),
            receivable.instalment(),
            reversalOf,
            new UUID(hash.getLong(), hash.getLong()),
            file.id()
        };
    }

    private static String key(String creditor, String invoice, int instalment) {
        return creditor + "\n" + invoice + "\n" + instalment;
    }
}

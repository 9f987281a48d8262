package io.claimgate.operations.reading;

import io.claimgate.operations.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads pages and single rows of the SQL views. */
@Repository
public class Views {

    /** Up to here totals are exact. */
    static final int COUNTED = 10_000;

    private static final int IN_PARTS_OF = 200;

    /** Makes an item of a row. */
    interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    private record Entry<T>(T item, String cursor) {}

    private final JdbcClient jdbc;
    private final JdbcClient inParts;

    Views(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        JdbcTemplate template = new JdbcTemplate(source);
        template.setFetchSize(IN_PARTS_OF);
        this.inParts = JdbcClient.create(template);
    }

    /** One page; {@code where} must not be used again. */
    <T> Page<T> page(String view, Where where, Order order, Slice slice, Reading<T> reading) {
        Long total = count(view, where);
        String after = slice.after();
        if (after != null && !after.isEmpty()) {
            order.after(after, where);
        }
        List<Entry<T>> entries = jdbc.sql("select * from " + view + " where " + where.sql() + " order by "
                        + order.orderBy() + " fetch first " + (slice.rows() + 1) + " rows only")
                .params(where.values())
                .query((set, number) -> {
                    Row row = new Row(set);
                    return new Entry<>(reading.of(row), order.cursor(row));
                })
                .list();
        boolean more = entries.size() > slice.rows();
        List<T> items = new ArrayList<>(
                entries.stream().limit(slice.rows()).map(Entry::item).toList());
        return new Page<>(items, more ? entries.get(slice.rows() - 1).cursor() : null, total);
    }

    /** All rows; for what is never long. */
    <T> List<T> all(String view, Where where, String orderBy, Reading<T> reading) {
        return jdbc.sql("select * from " + view + " where " + where.sql() + " order by " + orderBy)
                .params(where.values())
                .query((set, number) -> reading.of(new Row(set)))
                .list();
    }

    /**
     * Passes rows on one by one, without holding them: PostgreSQL sends them in parts, which it does inside of a transaction only.
     *
     * @return how many there were
     */
    <T> int each(String view, Where where, String orderBy, int most, Reading<T> reading, Consumer<T> items) {
        AtomicInteger count = new AtomicInteger();
        inParts.sql("select * from " + view + " where " + where.sql() + " order by " + orderBy + " fetch first " + most
                        + " rows only")
                .params(where.values())
                .query(set -> {
                    items.accept(reading.of(new Row(set)));
                    count.incrementAndGet();
                });
        return count.get();
    }

    <T> Optional<T> one(String view, Where where, Reading<T> reading) {
        return jdbc.sql("select * from " + view + " where " + where.sql())
                .params(where.values())
                .query((set, number) -> reading.of(new Row(set)))
                .optional();
    }

    /** Rows of a query of its own: {@code select} up to and without its {@code where}, then the rest after it. */
    <T> List<T> grouped(String select, Where where, String rest, Reading<T> reading) {
        return jdbc.sql(select + " where " + where.sql() + " " + rest)
                .params(where.values())
                .query((set, number) -> reading.of(new Row(set)))
                .list();
    }

    /** How many; null beyond {@link #COUNTED}. */
    @Nullable
    Long count(String view, Where where) {
        long found = jdbc.sql("select count(*) from (select 1 from " + view + " where " + where.sql() + " fetch first "
                        + (COUNTED + 1) + " rows only) counted")
                .params(where.values())
                .query(Long.class)
                .single();
        return found > COUNTED ? null : found;
    }
}

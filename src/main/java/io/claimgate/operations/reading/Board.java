package io.claimgate.operations.reading;

import io.claimgate.flow.BusinessClock;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deadline board: what can still be lost, band by band. */
@Component
public class Board {

    /** What the board is narrowed to; what is null or empty does not narrow. */
    public record Filter(
            @Nullable String kind,
            @Nullable String policy,
            @Nullable String buyer) {}

    /** An amount in one currency. */
    public record Sum(String currency, BigDecimal amount) {}

    /** One band with its first rows. */
    public record Group(Band band, Page<Deadline> rows, List<Sum> sums) {}

    /** The clocks by which nothing is lost at once; shown when asked for by name. */
    private static final String MONEY =
            "kind not in ('cover-stop', 'waiting', 'indemnity', 'remittance', 'reply', 'limitation')";

    private final Views views;
    private final BusinessClock clock;

    Board(Views views, BusinessClock clock) {
        this.views = views;
        this.clock = clock;
    }

    public Group group(Creditors seen, Band band, Filter filter, Slice slice) {
        List<Sum> sums = views.grouped(
                "select currency, sum(amount_at_risk) as amount from " + Deadlines.VIEW,
                where(seen, band, filter),
                "group by currency order by currency",
                row -> new Sum(row.text("currency"), row.amount("amount")));
        Page<Deadline> rows = views.page(Deadlines.VIEW, where(seen, band, filter), band.order(), slice, Deadline::of);
        return new Group(band, rows, sums);
    }

    /** What can be chosen from: all kinds that there are. */
    public List<String> kinds(Creditors seen) {
        return names("kind", seen);
    }

    /** What can be chosen from: all policies that there are. */
    public List<String> policies(Creditors seen) {
        return names("policy", seen);
    }

    private List<String> names(String column, Creditors seen) {
        return views.grouped(
                "select distinct " + column + " as found from " + Deadlines.VIEW,
                Where.seenBy(seen).and("current = true"),
                "order by found",
                row -> row.text("found"));
    }

    private Where where(Creditors seen, Band band, Filter filter) {
        LocalDate today = clock.today(ZoneOffset.UTC);
        Where where = Where.seenBy(seen)
                .and("current = true")
                .is("kind", filter.kind())
                .is("policy", filter.policy())
                .contains(filter.buyer(), "buyer_name", "customer_no");
        if (filter.kind() == null || filter.kind().isEmpty()) {
            where.and(MONEY);
        }
        return band.narrow(where, today);
    }
}

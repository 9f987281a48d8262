package io.claimgate.operations.reading;

import io.claimgate.flow.BusinessClock;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Creditors;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Clocks as they are shown: what closes first first. */
@Component
public class Deadlines {

    static final String VIEW = "v_deadline";
    static final Order CLOSES_FIRST = Order.by("closes_on", Order.Kind.DATE);
    /** Those that can still be kept. */
    static final List<String> RUNNING = List.of("UNKNOWN", "UPCOMING", "OPEN", "WARNING");

    private final Views views;
    private final BusinessClock clock;

    Deadlines(Views views, BusinessClock clock) {
        this.views = views;
        this.clock = clock;
    }

    public Page<Deadline> page(Creditors seen, DeadlineFilter filter, Slice slice) {
        Where where = Where.seenBy(seen)
                .and("current = true")
                .in("kind", filter.kind())
                .in("status", filter.status())
                .is("policy", filter.policy())
                .is("creditor", filter.creditor())
                .is("customer_no", filter.buyerId());
        if (filter.within() != null) {
            LocalDate today = clock.today(ZoneOffset.UTC);
            where.and("closes_on >= ? and closes_on <= ?", today, today.plus(filter.within()));
            if (filter.status() == null || filter.status().isEmpty()) {
                where.in("status", RUNNING);
            }
        }
        return views.page(VIEW, where, CLOSES_FIRST, slice, Deadline::of);
    }

    /** The clocks of an exposure, each with what it was before, newest first. */
    public List<Deadline> ofExposure(Creditors seen, long exposure) {
        List<Deadline> before = ofExposure(seen, exposure, false, "id desc");
        return ofExposure(seen, exposure, true, "closes_on, id").stream()
                .map(now -> now.with(before.stream()
                        .filter(old -> old.kind().equals(now.kind()) && old.episode() == now.episode())
                        .toList()))
                .toList();
    }

    private List<Deadline> ofExposure(Creditors seen, long exposure, boolean current, String order) {
        Where where = Where.seenBy(seen).and("exposure_id = ?", exposure).and("current = ?", current);
        return views.all(VIEW, where, order, Deadline::of);
    }

    /** The clocks that a receivable governs now. */
    List<Deadline> governedBy(Creditors seen, long receivable) {
        Where where = Where.seenBy(seen).and("current = true").and("governed_by = ?", receivable);
        return views.all(VIEW, where, "closes_on, id", Deadline::of);
    }
}

package io.claimgate.flow.bookkeeping;

import io.claimgate.accounting.Booking;
import io.claimgate.accounting.Posting;
import io.claimgate.accounting.PostingRules;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Makes postings of bookings, once for each cause, and plans their writing. */
public final class Bookkeeper implements Bookkeeping {

    private final Postings postings;
    private final Mappings mappings;
    private final Ideas ideas;
    private final Supplier<String> configurationHash;

    /** @param configurationHash of all active mappings, policies, routes and schemas, stamped on every posting */
    public Bookkeeper(Postings postings, Mappings mappings, Ideas ideas, Supplier<String> configurationHash) {
        this.postings = postings;
        this.mappings = mappings;
        this.ideas = ideas;
        this.configurationHash = configurationHash;
    }

    @Override
    public void book(Booking booking) {
        if (postings.booked(booking.cause())) {
            return;
        }
        Instant now = ideas.now();
        var customers = postings.customers(
                booking.receivables().stream().map(Booking.Receivable::id).toList());
        for (Posting posting : PostingRules.postings(booking, mappings::of, customers)) {
            postings.insert(posting, now, configurationHash.get());
            postings.writtenOtherwise(posting).ifPresent(file -> otherwise(posting, file));
            ideas.events()
                    .record(
                            "posting/" + posting.id(),
                            "posting.made",
                            EventLog.MACHINE,
                            posting.creditor(),
                            Map.of(
                                    "postingId", posting.id(),
                                    "claimKey", posting.claimKey(),
                                    "source", posting.source(),
                                    "cause", posting.cause(),
                                    "event", posting.event().name()));
            ideas.tasks().arm(PostingBatchHandler.KIND, posting.source(), posting.creditor(), now, Tasks.NEVER);
        }
    }

    /** It is not written a second time under its id, and not corrected by a machine that does not know what the ERP has. */
    private void otherwise(Posting posting, String file) {
        ideas.alerts()
                .raise(
                        ProblemCode.ACC_005,
                        Alerts.Severity.CRITICAL,
                        "posting/" + posting.id(),
                        "",
                        posting.creditor(),
                        ProblemCode.ACC_005.code() + " posting " + posting.id() + " of claim " + posting.claimKey()
                                + " ("
                                + posting.cause() + ") stands in " + file + " of " + posting.source()
                                + " with other lines than it has now. " + ProblemCode.ACC_005.mend());
    }
}

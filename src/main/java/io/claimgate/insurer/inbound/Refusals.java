package io.claimgate.insurer.inbound;

import io.claimgate.flow.settlement.PartnerWatch;
import io.claimgate.insurer.inbound.NotServed.Kind;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the neutral fault of a call that is not served; the reason goes into the log, and into the audit where somebody was not let in. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int LONGEST = 300;

    private final PartnerWatch watch;

    Refusals(PartnerWatch watch) {
        this.watch = watch;
    }

    NeutralFault refuse(NotServed why, String address) {
        NeutralFault fault = fault(why.kind(), address, String.valueOf(why.getMessage()));
        if (why.kind() == Kind.SECURITY) {
            watch.refused(
                    line(why.claimed()),
                    address,
                    why.code(),
                    line(String.valueOf(why.getMessage())),
                    fault.reference());
        }
        return fault;
    }

    /** Something of which we did not think. */
    NeutralFault unexpected(Kind kind, String address, Throwable why) {
        NeutralFault fault = fault(kind, address, why.getClass().getSimpleName() + ": " + why.getMessage());
        if (kind == Kind.SERVER) {
            LOG.warn("notification {} failed on our side", fault.reference(), why);
        }
        return fault;
    }

    private static NeutralFault fault(Kind kind, String address, String reason) {
        NeutralFault fault = new NeutralFault(kind, UUID.randomUUID().toString());
        LOG.warn("notification from {} not served, {} {}: {}", address, kind, fault.reference(), line(reason));
        return fault;
    }

    /** One line of printable text: what comes from outside forges no log. */
    private static String line(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}

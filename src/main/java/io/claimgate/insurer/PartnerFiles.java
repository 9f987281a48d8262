package io.claimgate.insurer;

import io.claimgate.exchange.PartnerFailure;
import org.jspecify.annotations.Nullable;

/** The files of the active configuration. */
@FunctionalInterface
public interface PartnerFiles {

    /** The bytes of one file, {@code mappings/insurers/sandbox/declare.xsl}; null where there is none. */
    byte @Nullable [] bytes(String path);

    /** As {@link #bytes}; one that is missing is a person's. */
    default byte[] required(String path) {
        byte[] found = bytes(path);
        if (found == null) {
            throw new PartnerFailure.Permanent(path + " is missing in the configuration; add it", null);
        }
        return found;
    }
}

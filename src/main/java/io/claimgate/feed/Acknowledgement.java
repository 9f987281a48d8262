package io.claimgate.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one answer to a file taken (contracts.md 2).
 *
 * @param fileId the gateway's number of the file
 * @param ordinal the n-th file of this name, from 1
 * @param feed null where no feed matched the name
 * @param receivedAt business time
 * @param asOf the day whose state the file tells, by its marker
 * @param rejects name of the rejects file beside it; null where nothing was rejected
 */
public record Acknowledgement(
        long fileId,
        int ordinal,
        String file,
        String source,
        @Nullable String feed,
        String sha256,
        Instant receivedAt,
        @Nullable LocalDate asOf,
        FileStatus status,
        Counts counts,
        List<Reason> reasons,
        @Nullable String rejects) {}

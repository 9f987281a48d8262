package io.claimgate.operations.evidence;

import io.claimgate.operations.reading.Moment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done when, for people and for machines. Every instant is there in UTC and in the zone of the policy, whose days the deadlines
 * end with.
 *
 * @param exportedAt business time
 * @param recordedAt system time of the same moment
 * @param lines what was declared, with the ERP's files that brought it under {@code sources}
 * @param deadlines every date that was ever computed, with its explanation; {@code current} tells those that hold
 * @param history states and acts, oldest first
 */
record Summary(
        String format,
        String claimKey,
        String zone,
        Moment exportedAt,
        Moment recordedAt,
        String exportedBy,
        Map<String, @Nullable Object> claim,
        List<Map<String, @Nullable Object>> lines,
        List<Map<String, @Nullable Object>> sources,
        List<Map<String, @Nullable Object>> deadlines,
        List<Map<String, @Nullable Object>> submissions,
        List<Map<String, @Nullable Object>> messages,
        List<Map<String, @Nullable Object>> documents,
        List<Map<String, @Nullable Object>> sendings,
        List<Map<String, @Nullable Object>> results,
        List<Map<String, @Nullable Object>> postings,
        List<Map<String, @Nullable Object>> postingLines,
        List<Map<String, @Nullable Object>> history) {

    static final String FORMAT = "claimgate-evidence 1";
}

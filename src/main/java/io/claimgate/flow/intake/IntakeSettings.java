package io.claimgate.flow.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How ERP files are taken in.
 *
 * @param quietPeriod how long, in system time, size and modification time of a file must stand still before it counts as complete
 * @param poll how often the drop folders are looked at
 * @param folderLease how long a drop folder stays with the gateway that looks into it without a sign of life of that gateway
 * @param stageRows rows between two checkpoints of STAGE
 * @param applyRows rows of one transaction of APPLY
 * @param snapshotGuard percent of the count or the amount of a feed that a snapshot may clear without a person, and of a file's rows that may have odd or tightened due dates
 * @param snapshotGuardMinimum receivables that it may always clear, rows that may always be odd
 * @param sideFileWait how long, in system time, a document whose name says too little waits for its side file before it is answered as rejected
 */
@Validated
@ConfigurationProperties("claimgate.intake")
public record IntakeSettings(
        @DefaultValue("2s") Duration quietPeriod,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("30s") Duration folderLease,
        @DefaultValue("20000") @Min(1) @Max(1_000_000) int stageRows,
        @DefaultValue("50000") @Min(1) @Max(1_000_000) int applyRows,
        @DefaultValue("20") @Min(0) @Max(100) int snapshotGuard,
        @DefaultValue("10") @Min(0) int snapshotGuardMinimum,
        @DefaultValue("1m") Duration sideFileWait) {

    public IntakeSettings {
        if (sideFileWait.isNegative()) {
            throw new IllegalArgumentException(
                    "claimgate.intake.side-file-wait " + sideFileWait + " must not be below zero");
        }
        if (folderLease.toMillis() < 1000) {
            throw new IllegalArgumentException(
                    "claimgate.intake.folder-lease " + folderLease + " must be a second or more");
        }
        if (quietPeriod.isNegative() || poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException(
                    "claimgate.intake.quiet-period " + quietPeriod + " and claimgate.intake.poll " + poll
                            + " must be above zero; a quiet period of 0s takes files at once");
        }
    }
}

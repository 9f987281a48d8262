package io.claimgate.flow.restore;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Backups, and databases that were restored.
 *
 * @param said what an operator calls a restore that he has made, any word or time: the gateway then starts with outgoing paused and reconciles,
 *     once for each word; for where nothing is left beside the database that could tell
 * @param backups the folder of the backups that POST /api/v1/backups makes; default backups/ in the home
 * @param journalKept how long the journal of what left is kept: an older backup can no longer be reconciled by it
 */
@Validated
@ConfigurationProperties("claimgate.restore")
public record RestoreSettings(
        @DefaultValue("") String said,
        @Nullable Path backups,
        @DefaultValue("400d") Duration journalKept) {}

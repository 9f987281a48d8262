package io.claimgate.flow.watch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How rates of currencies are used.
 *
 * @param longestAgeDays how many days before the day of an amount its rate may have been published: weekends and holidays have none
 */
@Validated
@ConfigurationProperties("claimgate.rates")
public record RateSettings(
        @DefaultValue("7") @Min(0) @Max(366) int longestAgeDays) {}

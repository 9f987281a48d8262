package io.claimgate.operations.metrics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Figures for Prometheus.
 *
 * @param refresh how often, in system time, they are gathered from the database
 */
@ConfigurationProperties("claimgate.metrics")
public record MetricsSettings(@DefaultValue("15s") Duration refresh) {}

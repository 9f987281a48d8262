package io.claimgate.flow.settlement;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Results of insurers.
 *
 * @param poll how often, in system time, insurers that keep a list of results are asked for it
 */
@ConfigurationProperties("claimgate.results")
public record ResultSettings(@DefaultValue("60s") Duration poll) {}

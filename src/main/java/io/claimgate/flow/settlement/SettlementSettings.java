package io.claimgate.flow.settlement;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How claims end.
 *
 * @param closeRefusedAfter how long, in business time, an insurer's refusal stands before its claim is closed
 */
@ConfigurationProperties("claimgate.claims")
public record SettlementSettings(@DefaultValue("P60D") Period closeRefusedAfter) {}

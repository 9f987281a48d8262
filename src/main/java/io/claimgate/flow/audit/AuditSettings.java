package io.claimgate.flow.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the history is sealed.
 *
 * @param sealEvery how often, in system time, recorded events are put into a signed block; what is younger shows no cut
 */
@Validated
@ConfigurationProperties("claimgate.audit")
public record AuditSettings(@DefaultValue("10s") Duration sealEvery) {}

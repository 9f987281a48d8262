package io.claimgate.operations.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who reads the figures without a person at hand.
 *
 * @param password of the account prometheus (right viewer), which is made or given it at the start; without one there is no such account; give
 *     it by environment or as a file
 */
@ConfigurationProperties("claimgate.scraper")
public record ScraperSettings(@Nullable String password) {}

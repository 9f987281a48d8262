package io.claimgate.claim;

import org.jspecify.annotations.Nullable;

/**
 * The buyer as the insurer is told of it.
 *
 * @param number the insured's customer number
 * @param country ISO 3166-1 alpha-2
 * @param registrationScheme ISO 6523
 */
public record Debtor(
        String number,
        String name,
        String country,
        @Nullable String registrationScheme,
        @Nullable String registration,
        @Nullable String vat,
        @Nullable String street,
        @Nullable String postCode,
        @Nullable String city) {}

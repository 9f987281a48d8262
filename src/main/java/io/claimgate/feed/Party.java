package io.claimgate.feed;

import org.jspecify.annotations.Nullable;

/**
 * The buyer as a row tells it.
 *
 * @param ref the ERP's customer number, text, as it is
 * @param registration without spaces, dots and dashes; together with its ISO 6523 scheme it says who the buyer is
 * @param vat in capitals without spaces, dots and dashes
 */
public record Party(
        String ref,
        String name,
        String country,
        @Nullable String registration,
        @Nullable String registrationScheme,
        @Nullable String vat,
        @Nullable String street,
        @Nullable String postCode,
        @Nullable String city,
        @Nullable String email,
        @Nullable String language) {}

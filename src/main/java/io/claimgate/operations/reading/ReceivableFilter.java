package io.claimgate.operations.reading;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** Which receivables; what is null does not narrow. */
public record ReceivableFilter(
        @Parameter(description = "one or several states") @Nullable
        List<String> state,

        @Parameter(description = "the ERP's customer number") @Nullable
        String buyer,

        @Nullable String policy,
        @Nullable String creditor,

        @Parameter(description = "text in invoice number, buyer's number and name, payment and order reference")
        @Nullable
        String q,

        @Parameter(description = "whose exposure has a running clock that closes before this day")
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        @Nullable
        LocalDate closesBefore) {

    /** All of them. */
    public static ReceivableFilter none() {
        return new ReceivableFilter(null, null, null, null, null, null);
    }
}

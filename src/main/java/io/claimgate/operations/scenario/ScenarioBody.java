package io.claimgate.operations.scenario;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of a scenario as contracts.md 6 writes them; everything but the invoices is optional. */
@Schema(name = "ScenarioFacts")
public record ScenarioBody(
        @Schema(description = "decides statuses only; default: the latest fact") @Nullable
        LocalDate asOf,

        @Nullable Party creditor,
        @Nullable Party buyer,

        @Schema(description = "no limit: unlimited") @Nullable
        Limit limit,

        @Schema(description = "several limits over time; of several in force the one that began last holds") @Nullable
        List<Limit> limits,

        @Nullable List<Invoice> invoices,
        @Nullable List<Payment> payments,
        @Nullable List<CreditNote> creditNotes,

        @Schema(description = "days of which the answer says whether a delivery is insured") @Nullable
        List<LocalDate> deliveries,

        @Nullable List<Event> events,

        @Schema(description = "of other currencies than the policy's; a day without one takes the last before it")
        @Nullable
        List<Rate> rates) {

    /** @param rate so many units of {@code to} for one of {@code from} */
    @Schema(name = "ScenarioRate")
    public record Rate(
            @Nullable LocalDate date,
            @Nullable String from,
            @Nullable String to,
            @Nullable BigDecimal rate) {}

    /** @param country ISO 3166-1 alpha-2 */
    public record Party(@Nullable String country) {}

    /** @param withdrawnEffective first day on which it holds no more */
    @Schema(name = "ScenarioLimit")
    public record Limit(
            @Schema(description = "null: unlimited") @Nullable
            BigDecimal amount,

            @Nullable String currency,

            @Schema(description = "NAMED (default), DISCRETIONARY, BLIND, NONE") @Nullable
            String type,

            @Nullable LocalDate from,
            @Schema(description = "last day") @Nullable LocalDate to,

            @Schema(description = "first day on which it holds no more") @Nullable
            LocalDate withdrawnEffective) {}

    /** Amounts in the currency's minor units; the currency defaults to the policy's. */
    @Schema(name = "ScenarioInvoice")
    public record Invoice(
            @Nullable String number,
            @Nullable Integer instalment,

            @Schema(description = "UNTDID 1001, default 380") @Nullable
            String type,

            @Nullable LocalDate issueDate,

            @Schema(description = "the first one that was accepted: it stays the anchor for ever") @Nullable
            LocalDate dueDate,

            @Nullable LocalDate deliveryDate,
            @Nullable BigDecimal net,
            @Nullable BigDecimal gross,
            @Nullable String currency,
            @Nullable BigDecimal disputed,
            @Nullable LocalDate extendedDueDate) {}

    /** @param reversalOf id of the payment that came back; its amount's sign does not matter */
    @Schema(name = "ScenarioPayment")
    public record Payment(
            @Nullable String id,
            @Nullable LocalDate date,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String invoice,
            @Nullable Integer instalment,
            @Nullable String reversalOf) {}

    /** @param invoice the one that it corrects; null: none */
    @Schema(name = "ScenarioCreditNote")
    public record CreditNote(
            @Nullable LocalDate date,
            @Nullable BigDecimal amount,
            @Nullable String invoice,
            @Nullable String currency) {}

    /** @param date a day; of DECLARED also the insurer's stamp, {@code 2026-05-29T22:30:00Z} */
    @Schema(name = "ScenarioEvent")
    public record Event(
            @Schema(
                    description = "DECLARED, ACKNOWLEDGED, FILE_COMPLETE, DATE_OF_LOSS, INDEMNITY_PAID, RECOVERY,"
                            + " DISPUTE_OPENED, DISPUTE_RESOLVED, EXTENSION, REMINDER, FORMAL_NOTICE, PAYMENT_PLAN,"
                            + " INSOLVENCY, ADVERSE_INFO, LIMIT_NOTICE, CONSENT")
            @Nullable
            String kind,

            @Nullable String date,
            @Nullable LocalDate awareOn,
            @Nullable LocalDate publishedOn,

            @Schema(description = "when we learnt of it; default: its date") @Nullable
            LocalDate recordedOn,

            @Nullable String invoice,
            @Nullable LocalDate newDueDate,
            @Nullable BigDecimal amount,

            @Schema(description = "of a RECOVERY, borne by both before the split") @Nullable
            BigDecimal cost,

            @Nullable Integer level,
            @Nullable String channel,
            @Nullable String note) {}
}

package io.claimgate.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a test has the simulated insurer say: the notification's fields, most of which have a default. */
final class InsurersBodies {

    private InsurersBodies() {}

    /** @param at default now, in business time */
    record Status(
            @Nullable String messageId,
            @Nullable String status,
            @Nullable String at,
            @Nullable BigDecimal acceptedAmount,
            @Nullable String reason,
            @Nullable String via) {

        Map<String, String> fields(Instant now) {
            Map<String, String> fields = new HashMap<>();
            fields.put(
                    "status",
                    known(
                            "status",
                            status,
                            io.claimgate.sandbox.notifications.Status.values(),
                            value -> value.value()));
            fields.put("at", moment(at, now));
            putAmount(fields, "acceptedAmount", acceptedAmount);
            put(fields, "reason", reason);
            return fields;
        }
    }

    /**
     * @param settlementId default the next of the insurer's own
     * @param currency default the claim's
     * @param valueDate default today, in business time, UTC
     * @param reference default the insurer's claim number and the kind
     */
    record Settlement(
            @Nullable String messageId,
            @Nullable String settlementId,
            @Nullable String kind,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable BigDecimal costs,
            @Nullable LocalDate valueDate,
            @Nullable BigDecimal insurerShare,
            @Nullable BigDecimal insuredShare,
            @Nullable String reference,
            @Nullable String via) {

        Map<String, String> fields(Instant now, InsurerLedger.Entry claim, Supplier<String> nextId) {
            if (amount == null || amount.signum() <= 0) {
                throw new IllegalArgumentException("amount \"" + amount + "\": give one above zero");
            }
            String known = known(
                    "kind", kind, io.claimgate.sandbox.notifications.SettlementKind.values(), value -> value.value());
            LocalDate day = valueDate == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : valueDate;
            Map<String, String> fields = new HashMap<>();
            fields.put("settlementId", settlementId == null ? nextId.get() : settlementId);
            fields.put("kind", known);
            putAmount(fields, "amount", amount);
            fields.put("currency", currency == null ? claim.content().currency() : currency);
            putAmount(fields, "costs", costs);
            fields.put("valueDate", day.toString());
            putAmount(fields, "insurerShare", insurerShare);
            putAmount(fields, "insuredShare", insuredShare);
            fields.put("reference", reference == null ? claim.insurerClaimNumber() + " " + known : reference);
            return fields;
        }
    }

    /**
     * @param at default now, in business time
     * @param kinds of documents
     */
    record DocumentsRequest(
            @Nullable String messageId,
            @Nullable String at,
            @Nullable List<String> kinds,
            @Nullable String note,
            @Nullable LocalDate replyBy,
            @Nullable String via) {

        Map<String, String> fields(Instant now) {
            if (kinds == null || kinds.isEmpty()) {
                throw new IllegalArgumentException("kinds: are missing; give kinds of documents");
            }
            Map<String, String> fields = new HashMap<>();
            fields.put("at", moment(at, now));
            fields.put(
                    "kinds",
                    kinds.stream()
                            .map(kind -> known(
                                    "kinds",
                                    kind,
                                    io.claimgate.sandbox.notifications.DocumentKind.values(),
                                    value -> value.value()))
                            .collect(Collectors.joining(",")));
            put(fields, "note", note);
            put(fields, "replyBy", replyBy == null ? null : replyBy.toString());
            return fields;
        }
    }

    private static <E> String known(String name, @Nullable String word, E[] values, Function<E, String> text) {
        List<String> known = Stream.of(values).map(text).toList();
        if (word == null || !known.contains(word)) {
            throw new IllegalArgumentException(name + " \"" + word + "\": not one of " + known);
        }
        return word;
    }

    private static String moment(@Nullable String at, Instant now) {
        OffsetDateTime moment = at == null ? now.atOffset(ZoneOffset.UTC) : OffsetDateTime.parse(at);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    private static void putAmount(Map<String, String> fields, String name, @Nullable BigDecimal amount) {
        put(fields, name, amount == null ? null : amount.toPlainString());
    }

    private static void put(Map<String, String> fields, String name, @Nullable String text) {
        if (text != null) {
            fields.put(name, text);
        }
    }
}

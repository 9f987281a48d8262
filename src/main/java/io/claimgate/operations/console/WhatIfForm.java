package io.claimgate.operations.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/**
 * The facts that somebody types on the page <i>What if</i>: tables whose fields are called {@code invoice.gross} and repeat row by row. A row
 * without any value is none.
 *
 * @param tables by the name that the scenario's JSON has for them
 */
record WhatIfForm(String asOf, Map<String, Table> tables) {

    /** Amounts and numbers stand in JSON without quotes. */
    private static final List<String> NUMBERS =
            List.of("net", "gross", "disputed", "amount", "cost", "instalment", "level", "rate");

    private static final String RATE = "rate";
    private static final int SPARE_ROWS = 1;
    private static final int MOST_ROWS = 200;

    /**
     * @param title above the table
     * @param prefix of its fields' names
     * @param columns field by label
     * @param rows values by field; the last ones are empty
     */
    record Table(String title, String prefix, Map<String, String> columns, List<Map<String, String>> rows) {

        /** How a field is typed in. */
        public String type(String field) {
            return field.endsWith("Date")
                            || field.equals("date")
                            || field.endsWith("On")
                            || (field.equals("from") && !prefix.equals(RATE))
                            || field.equals("withdrawnEffective")
                    ? "date"
                    : "text";
        }

        /** Whether it is an amount. */
        public boolean number(String field) {
            return NUMBERS.contains(field);
        }
    }

    static WhatIfForm of(MultiValueMap<String, String> given) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put(
                "invoices",
                table(
                        given,
                        "Invoices",
                        "invoice",
                        "number",
                        "Number",
                        "issueDate",
                        "Issued",
                        "dueDate",
                        "Due",
                        "deliveryDate",
                        "Delivered",
                        "net",
                        "Net",
                        "gross",
                        "Gross",
                        "disputed",
                        "Disputed",
                        "currency",
                        "Currency"));
        tables.put(
                "payments",
                table(
                        given,
                        "Payments",
                        "payment",
                        "id",
                        "Name",
                        "date",
                        "Paid on",
                        "amount",
                        "Amount",
                        "invoice",
                        "For invoice",
                        "reversalOf",
                        "Takes back payment",
                        "currency",
                        "Currency"));
        tables.put(
                "creditNotes",
                table(
                        given,
                        "Credit notes",
                        "note",
                        "date",
                        "Dated",
                        "amount",
                        "Amount",
                        "invoice",
                        "Corrects invoice"));
        tables.put(
                "events",
                table(
                        given,
                        "Events",
                        "event",
                        "kind",
                        "What happened",
                        "date",
                        "On",
                        "awareOn",
                        "Known on",
                        "publishedOn",
                        "Published on",
                        "newDueDate",
                        "New due date",
                        "amount",
                        "Amount",
                        "cost",
                        "Costs"));
        tables.put(
                "limits",
                table(
                        given,
                        "Credit limits",
                        "limit",
                        "amount",
                        "Amount",
                        "from",
                        "From",
                        "withdrawnEffective",
                        "Withdrawn from",
                        "currency",
                        "Currency"));
        tables.put(
                "rates", table(given, "Rates", RATE, "date", "On", "from", "One", "rate", "Was so many", "to", "Of"));
        tables.put("deliveries", table(given, "Deliveries in question", "delivery", "date", "On"));
        String asOf = given.getFirst("asOf");
        return new WhatIfForm(asOf == null ? "" : asOf, tables);
    }

    /** As the scenario's JSON. */
    String json() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!asOf.isBlank()) {
            body.put("asOf", asOf);
        }
        tables.forEach((name, table) -> {
            ArrayNode rows = body.putArray(name);
            table.rows().stream()
                    .filter(row -> row.values().stream().anyMatch(value -> !value.isBlank()))
                    .forEach(row -> {
                        if (name.equals("deliveries")) {
                            rows.add(row.get("date"));
                        } else {
                            add(rows.addObject(), row);
                        }
                    });
        });
        return body.toPrettyString();
    }

    /** Whether nothing was typed yet. */
    boolean empty() {
        return Objects.requireNonNull(tables.get("invoices"), "the page has a table of invoices").rows().stream()
                .allMatch(row -> row.values().stream().allMatch(String::isBlank));
    }

    private static void add(ObjectNode object, Map<String, String> row) {
        row.forEach((field, value) -> {
            if (value.isBlank()) {
                return;
            }
            String typed = value.strip();
            if (NUMBERS.contains(field) && typed.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")) {
                object.put(field, new BigDecimal(typed));
            } else {
                object.put(field, typed);
            }
        });
    }

    private static Table table(MultiValueMap<String, String> given, String title, String prefix, String... columns) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            labels.put(columns[i], columns[i + 1]);
        }
        int typed = labels.keySet().stream()
                .mapToInt(field ->
                        given.getOrDefault(prefix + "." + field, List.of()).size())
                .max()
                .orElse(0);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(typed, MOST_ROWS); i++) {
            Map<String, String> row = row(given, prefix, labels, i);
            if (row.values().stream().anyMatch(value -> !value.isBlank())) {
                rows.add(row);
            }
        }
        for (int i = 0; i < SPARE_ROWS; i++) {
            rows.add(row(given, prefix, labels, Integer.MAX_VALUE));
        }
        return new Table(title, prefix, labels, rows);
    }

    private static Map<String, String> row(
            MultiValueMap<String, String> given, String prefix, Map<String, String> columns, int index) {
        Map<String, String> row = new LinkedHashMap<>();
        columns.keySet().forEach(field -> {
            List<String> values = given.getOrDefault(prefix + "." + field, List.of());
            row.put(field, index < values.size() ? values.get(index) : "");
        });
        return row;
    }
}

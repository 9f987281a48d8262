package io.claimgate.flow.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.accounting.Booking.Event;
import io.claimgate.claim.ClaimKey;
import io.claimgate.support.Databases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** F8 through the real handler: the same results early, late, twice and in any order leave the same claim, books and bookings. */
class ShuffledResultsTest {

    private static final int ORDERS = 30;

    private static final List<BiConsumer<SettledWorld, ClaimKey>> TOLD = List.of(
            (world, key) -> world.status(key, "ACKNOWLEDGED", "2026-07-02T08:00:00Z"),
            (world, key) -> world.status(key, "UNDER_REVIEW", "2026-07-20T08:00:00Z"),
            (world, key) -> world.documentsRequest(key, "2026-07-25T08:00:00Z", "CONTRACT"),
            (world, key) -> world.status(key, "PARTIALLY_ACCEPTED", "2026-08-10T08:00:00Z"),
            (world, key) -> world.settlement(key, "DECISION", name(key, "D1"), "2026-08-10", "80000.05"),
            (world, key) -> world.settlement(key, "INDEMNITY", name(key, "S1"), "2026-08-12", "50000.04"),
            (world, key) -> world.settlement(key, "INDEMNITY", name(key, "S2"), "2026-08-20", "40000.01"),
            (world, key) ->
                    world.settlement(key, "RECOVERY", name(key, "R1"), "2026-08-25", "9999.99", "99.98", null, null),
            (world, key) -> world.settlement(
                    key, "RECOVERY", name(key, "R2"), "2026-08-26", "3000.00", null, "2250.01", "749.99"),
            (world, key) -> world.settlement(key, "COST", name(key, "K1"), "2026-08-27", "120.00"),
            (world, key) -> world.settlement(key, "CLAWBACK", name(key, "C1"), "2026-08-28", "1000.01"),
            (world, key) -> world.payment(key, name(key, "p1"), "2026-08-15", "7000.07", null));

    @ParameterizedTest
    @EnumSource(Databases.class)
    void any_order_leaves_the_same_claim(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        world.at("2026-08-31T09:00:00Z");
        Random random = new Random(7);
        String expected = end(world, TOLD, random, false);
        for (int order = 0; order < ORDERS; order++) {
            List<BiConsumer<SettledWorld, ClaimKey>> told = new ArrayList<>(TOLD);
            // The payment is a row of the ERP: it comes once. Everything the insurer tells may come again.
            told.addAll(TOLD.subList(random.nextInt(TOLD.size() - 1), TOLD.size() - 1));
            Collections.shuffle(told, random);
            // When
            String end = end(world, told, random, true);
            // Then
            assertThat(end).isEqualTo(expected);
        }
    }

    /** Everything that is left of a claim of its own. */
    private static String end(
            SettledWorld world, List<BiConsumer<SettledWorld, ClaimKey>> told, Random random, boolean oneByOne) {
        ClaimKey key = world.declared("120000.00");
        world.run();
        told.forEach(each -> {
            each.accept(world, key);
            if (oneByOne && random.nextBoolean()) {
                world.run();
            }
        });
        world.run();
        List<String> end = new ArrayList<>(List.of(world.state(key), world.receivable(key)));
        for (Event event : Event.values()) {
            if (event.reverses() == null) {
                end.add(event + " " + world.booked.standing(key.value(), event));
            }
        }
        for (String column : List.of(
                "acknowledged",
                "paid",
                "recovered_by_insurer",
                "recovered_by_insured",
                "recovery_costs",
                "insurer_share",
                "insured_share",
                "costs_charged",
                "clawed_back",
                "owed",
                "remaining",
                "outstanding")) {
            end.add(column + " " + world.sum(key, column).setScale(2));
        }
        end.add("alerts " + world.alerts(key));
        end.add("facts "
                + world.texts(
                        "select concat(kind, fact_date) from fact where claim_key = ? group by kind, fact_date order by 1",
                        key.value()));
        assertThat(world.outcomes(key)).doesNotContain("WAITING", "CONTRADICTS");
        assertThat(balance(world, key)).as("every movement was booked").isEqualByComparingTo(BigDecimal.ZERO);
        return String.join("\n", end);
    }

    /** The books less the bookings. */
    private static BigDecimal balance(SettledWorld world, ClaimKey key) {
        return world.stores
                .sql
                .sql(
                        "select coalesce(sum(amount), 0) - (select coalesce(sum(gross), 0) from booked where claim_key = :key)"
                                + " from claim_money where claim_key = :key")
                .param("key", key.value())
                .query(BigDecimal.class)
                .single();
    }

    /** A settlement id is the insurer's for ever, whatever the claim. */
    private static String name(ClaimKey key, String id) {
        return id + "-" + key;
    }
}

package io.claimgate.flow.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.accounting.Booking.Event;
import io.claimgate.claim.ClaimKey;
import io.claimgate.support.Databases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** I5: what insurers told of many claims is what the gateway's books and its bookings say, to the cent. */
class ManyClaimsTest {

    private static final int CLAIMS = 150;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void sums_are_equal_to_the_cent_over_all_claims(Databases database) {
        // Given
        SettledWorld world = new SettledWorld(database);
        world.at("2026-10-01T09:00:00Z");
        Random random = new Random(500);
        Map<String, BigDecimal> told = new TreeMap<>();
        List<ClaimKey> keys = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            ClaimKey key = world.declared("50000.00");
            keys.add(key);
            tell(world, key, i % 5, random, told);
        }

        // When
        world.run();

        // Then
        assertThat(sum(world, "paid")).isEqualByComparingTo(told.get("INDEMNITY"));
        assertThat(sum(world, "acknowledged")).isEqualByComparingTo(told.get("DECISION"));
        assertThat(sum(world, "recovered_by_insurer")).isEqualByComparingTo(told.get("RECOVERY"));
        assertThat(sum(world, "costs_charged")).isEqualByComparingTo(told.get("COST"));
        assertThat(sum(world, "clawed_back")).isEqualByComparingTo(told.get("CLAWBACK"));
        assertThat(sum(world, "insurer_share").add(sum(world, "insured_share")).add(sum(world, "recovery_costs")))
                .isEqualByComparingTo(told.get("RECOVERY"));
        for (Event event :
                List.of(Event.INDEMNITY_PAID, Event.RECOVERY_BY_INSURER, Event.COSTS_CHARGED, Event.CLAWBACK)) {
            BigDecimal booked = keys.stream()
                    .map(key -> world.booked.standing(key.value(), event))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(booked).as(event.name()).isEqualByComparingTo(told.get(word(event)));
            assertThat(posted(world, "debit", event)).as(event.name()).isEqualByComparingTo(booked);
            assertThat(posted(world, "credit", event)).as(event.name()).isEqualByComparingTo(booked);
        }
        assertThat(world.stores
                        .sql
                        .sql("select count(*) from claim_result where outcome <> 'APPLIED'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** One side of the entries. */
    private static BigDecimal posted(SettledWorld world, String side, Event event) {
        return world.stores
                .sql
                .sql("select sum(l." + side + ") from posting_line l join posting p on p.posting_id = l.posting_id"
                        + " where p.event = ?")
                .param(event.name())
                .query(BigDecimal.class)
                .single();
    }

    private static String word(Event event) {
        return switch (event) {
            case INDEMNITY_PAID -> "INDEMNITY";
            case RECOVERY_BY_INSURER -> "RECOVERY";
            case COSTS_CHARGED -> "COST";
            default -> event.name();
        };
    }

    /** Accepted; accepted and paid in two parts; with recovery and costs; refused; paid and clawed back. */
    private static void tell(SettledWorld world, ClaimKey key, int kind, Random random, Map<String, BigDecimal> told) {
        if (kind == 3) {
            world.status(key, "REFUSED", "2026-09-01T08:00:00Z");
            return;
        }
        world.status(key, "ACCEPTED", "2026-09-01T08:00:00Z");
        BigDecimal indemnity = cents(random, 4000000);
        settle(world, key, "DECISION", indemnity, null, told);
        if (kind == 0) {
            return;
        }
        BigDecimal first = indemnity.multiply(new BigDecimal("0.4")).setScale(2, java.math.RoundingMode.HALF_UP);
        settle(world, key, "INDEMNITY", first, null, told);
        settle(world, key, "INDEMNITY", indemnity.subtract(first), null, told);
        if (kind == 2) {
            settle(world, key, "RECOVERY", cents(random, 900000).add(BigDecimal.TEN), "9.99", told);
            settle(world, key, "COST", cents(random, 10000), null, told);
        } else if (kind == 4) {
            settle(world, key, "CLAWBACK", cents(random, 10000), null, told);
        }
    }

    private static void settle(
            SettledWorld world,
            ClaimKey key,
            String kind,
            BigDecimal amount,
            String costs,
            Map<String, BigDecimal> told) {
        String id = kind + "-" + told.merge("n", BigDecimal.ONE, BigDecimal::add);
        world.settlement(key, kind, id, "2026-09-05", amount.toPlainString(), costs, null, null);
        told.merge(kind, amount, BigDecimal::add);
    }

    private static BigDecimal cents(Random random, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), 2);
    }

    private static BigDecimal sum(SettledWorld world, String column) {
        return world.stores
                .sql
                .sql("select sum(" + column + ") from v_claim_sums")
                .query(BigDecimal.class)
                .single();
    }
}

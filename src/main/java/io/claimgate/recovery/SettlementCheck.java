package io.claimgate.recovery;

import io.claimgate.money.Currencies;
import io.claimgate.recovery.InsurerResult.Settlement;
import io.claimgate.recovery.InsurerResult.SettlementKind;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a settlement can be believed as it stands. */
public final class SettlementCheck {

    private SettlementCheck() {}

    /** What is wrong with it, in words for a person; empty: nothing. Order of the rules is the order of the answer. */
    public static Optional<String> fault(Settlement told, String currency) {
        return Stream.<Supplier<Optional<String>>>of(
                        () -> currency(told, currency),
                        () -> above(told),
                        () -> decimals(told),
                        () -> costs(told),
                        () -> shares(told))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether two messages tell the same of one movement; the message's own name apart. */
    public static boolean same(Settlement one, Settlement other) {
        return one.kind() == other.kind()
                && one.currency().equals(other.currency())
                && one.valueDate().equals(other.valueDate())
                && equal(one.amount(), other.amount())
                && equal(orZero(one.costs()), orZero(other.costs()))
                && equal(one.insurerShare(), other.insurerShare())
                && equal(one.insuredShare(), other.insuredShare());
    }

    private static Optional<String> currency(Settlement told, String currency) {
        return told.currency().equals(currency)
                ? Optional.empty()
                : Optional.of("it is in " + told.currency() + " and the claim in " + currency);
    }

    private static Optional<String> above(Settlement told) {
        return told.amount().signum() > 0
                ? Optional.empty()
                : Optional.of("its amount " + told.amount().toPlainString() + " is not above zero");
    }

    private static Optional<String> decimals(Settlement told) {
        int most = Currencies.minorUnits(told.currency());
        return Stream.of(told.amount(), told.costs(), told.insurerShare(), told.insuredShare())
                .filter(Objects::nonNull)
                .filter(amount -> amount.stripTrailingZeros().scale() > most)
                .findFirst()
                .map(amount -> amount.toPlainString() + " has more decimals than " + told.currency() + " allows");
    }

    private static Optional<String> costs(Settlement told) {
        BigDecimal costs = orZero(told.costs());
        if (costs.signum() < 0 || costs.compareTo(told.amount()) > 0) {
            return Optional.of("its costs " + costs.toPlainString() + " do not lie between zero and its amount "
                    + told.amount().toPlainString());
        }
        return Optional.empty();
    }

    private static Optional<String> shares(Settlement told) {
        if (told.kind() != SettlementKind.RECOVERY) {
            return Optional.empty();
        }
        BigDecimal net = told.amount().subtract(orZero(told.costs()));
        BigDecimal insurer = told.insurerShare();
        BigDecimal insured = told.insuredShare();
        boolean out = outside(insurer, net) || outside(insured, net);
        boolean unequal =
                insurer != null && insured != null && insurer.add(insured).compareTo(net) != 0;
        return out || unequal
                ? Optional.of("its shares, insurer " + words(insurer) + " and insured " + words(insured)
                        + ", do not add up to amount less costs, " + net.toPlainString())
                : Optional.empty();
    }

    private static boolean outside(@Nullable BigDecimal share, BigDecimal net) {
        return share != null && (share.signum() < 0 || share.compareTo(net) > 0);
    }

    private static String words(@Nullable BigDecimal share) {
        return share == null ? "not said" : share.toPlainString();
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}

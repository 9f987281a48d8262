package io.claimgate.catalogue;

import io.claimgate.policy.DeclareTerms;
import io.claimgate.policy.DeclareTerms.DailyCap;
import io.claimgate.policy.DeclareTerms.FirstLoad;
import io.claimgate.policy.DeclareTerms.Guards;
import io.claimgate.policy.DeclareTerms.Mode;
import io.claimgate.policy.DeclareTerms.OnSafeDate;
import io.claimgate.policy.DeclareTerms.UnusualDays;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads who lets a claim go: {@code declare}, {@code onSafeDate}, {@code automaticPerDay}, {@code anomaly}, {@code firstLoad}. */
final class DeclareReader {

    private static final String UNLIMITED = "unlimited";

    private final Section file;
    private final String currency;

    DeclareReader(Section file, String currency) {
        this.file = file;
        this.currency = currency;
    }

    DeclareTerms declare() {
        Mode mode = file.requiredWord("declare", Mode.class);
        OnSafeDate onSafeDate = file.word("onSafeDate", OnSafeDate.class);
        boolean automatic = mode == Mode.AUTOMATIC;
        DailyCap perDay = DailyCap.UNLIMITED;
        if (automatic || file.has("automaticPerDay")) {
            perDay = cap(file.required("automaticPerDay"));
        }
        return new DeclareTerms(
                automatic ? Mode.AUTOMATIC : Mode.APPROVAL,
                onSafeDate == null ? OnSafeDate.ESCALATE : onSafeDate,
                perDay,
                guards(automatic || onSafeDate == OnSafeDate.DECLARE));
    }

    private DailyCap cap(@Nullable YamlNode node) {
        Section cap = node == null || says(node, UNLIMITED) ? null : file.section("automaticPerDay", node);
        if (cap == null) {
            return DailyCap.UNLIMITED;
        }
        String claims = cap.requiredText("claims");
        String amount = cap.requiredText("amount");
        Integer most = UNLIMITED.equals(claims) ? null : cap.value("claims", PolicyReader::count);
        BigDecimal money =
                UNLIMITED.equals(amount) ? null : cap.value("amount", text -> PolicyReader.amount(text, currency));
        cap.noOther();
        return new DailyCap(most, money);
    }

    /** A policy that says nothing is guarded; where a person lets every claim go anyway, nothing has to be stopped. */
    private Guards guards(boolean byItself) {
        UnusualDays unusual = unusualDays(file.node("anomaly"));
        FirstLoad firstLoad = file.word("firstLoad", FirstLoad.class);
        if (!byItself) {
            return Guards.OFF;
        }
        return new Guards(unusual, firstLoad == null ? FirstLoad.AUTOMATIC : firstLoad);
    }

    private @Nullable UnusualDays unusualDays(@Nullable YamlNode node) {
        if (node == null) {
            return UnusualDays.DEFAULT;
        }
        if (says(node, "off")) {
            return null;
        }
        if (node instanceof YamlNode.Scalar scalar) {
            file.fault(node.line(), scalar.text(), "anomaly: write {factor: 3, atLeast: 20}, or off");
            return UnusualDays.DEFAULT;
        }
        Section anomaly = file.section("anomaly", node);
        if (anomaly == null) {
            return UnusualDays.DEFAULT;
        }
        BigDecimal factor = anomaly.requiredValue("factor", DeclareReader::factor);
        Integer atLeast = anomaly.requiredValue("atLeast", PolicyReader::count);
        anomaly.noOther();
        return factor == null || atLeast == null ? UnusualDays.DEFAULT : new UnusualDays(factor, atLeast);
    }

    private static boolean says(YamlNode node, String word) {
        return node instanceof YamlNode.Scalar scalar && word.equals(scalar.text());
    }

    private static BigDecimal factor(String text) {
        BigDecimal factor = Section.decimal(text);
        if (factor.compareTo(BigDecimal.ONE) < 0
                || factor.compareTo(BigDecimal.valueOf(1000)) > 0
                || factor.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("not a multiple from 1 to 1000 with at most two decimals");
        }
        return factor;
    }
}

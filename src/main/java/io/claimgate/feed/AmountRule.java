package io.claimgate.feed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads amounts exactly: digits, the mapped separators and a sign; no exponent, no NaN, groups of three. */
final class AmountRule {

    private static final int LONGEST = 40;
    private static final int NO_GROUP = -1;

    private final char decimal;
    private final @Nullable Character grouping;

    AmountRule(char decimal, @Nullable Character grouping) {
        this.decimal = decimal;
        this.grouping = grouping;
    }

    /** The amount with the decimals that it was written with, or null where the text is none. */
    @Nullable
    BigDecimal read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        char[] plain = new char[text.length()];
        int length = 0;
        int digits = 0;
        int group = NO_GROUP;
        boolean fraction = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                plain[length++] = c;
                digits++;
                group = group == NO_GROUP || fraction ? group : group + 1;
            } else if (c == decimal && !fraction && digits > 0 && (group == NO_GROUP || group == 3)) {
                plain[length++] = '.';
                fraction = true;
                group = NO_GROUP;
            } else if (isGrouping(c) && !fraction && groupMayEnd(group, digits)) {
                group = 0;
            } else if ((c == '-' || c == '+') && i == 0) {
                plain[length++] = c;
            } else {
                return null;
            }
        }
        boolean complete = digits > 0 && text.charAt(text.length() - 1) != decimal && (group == NO_GROUP || group == 3);
        return complete ? new BigDecimal(plain, 0, length) : null;
    }

    private boolean isGrouping(char c) {
        return grouping != null && grouping == c;
    }

    private static boolean groupMayEnd(int group, int digits) {
        return group == NO_GROUP ? digits >= 1 && digits <= 3 : group == 3;
    }
}

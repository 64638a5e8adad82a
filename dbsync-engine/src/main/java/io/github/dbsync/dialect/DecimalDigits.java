package io.github.dbsync.dialect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floating-point numbers as decimal text: 15 to 17 digits, as many as tell a number from all others, and the same text on every
 * Java ({@code Double.toString} says some numbers in other digits since Java 19).
 */
public final class DecimalDigits {

    private static final int ALWAYS_KEPT = 15;
    private static final int ALWAYS_ENOUGH = 17;

    /** Whole numbers below it are said without an exponent. */
    private static final double SAID_IN_FULL = 1e15;

    private DecimalDigits() {}

    /** A finite number as text with a point or an exponent. */
    public static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < SAID_IN_FULL) {
            return (isMinusZero(value) ? "-" : "") + (long) value + ".0";
        }
        String digits = shortest(value);
        return digits.indexOf('.') < 0 && digits.indexOf('E') < 0 ? digits + ".0" : digits;
    }

    private static boolean isMinusZero(double value) {
        return value == 0 && Double.doubleToRawLongBits(value) != 0;
    }

    private static String shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = ALWAYS_KEPT; digits < ALWAYS_ENOUGH; digits++) {
            String text = rounded(exact, digits);
            if (Double.parseDouble(text) == value) {
                return text;
            }
        }
        return rounded(exact, ALWAYS_ENOUGH);
    }

    private static String rounded(BigDecimal exact, int digits) {
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toString();
    }
}

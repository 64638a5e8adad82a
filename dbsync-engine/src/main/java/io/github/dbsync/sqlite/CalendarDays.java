package io.github.dbsync.sqlite;

/**
 * The proleptic Gregorian calendar as days since 2000-01-01, without the limits of {@code java.time} conversions. Year 0 is
 * 1 BC. The arithmetic is Howard Hinnant's ("chrono-Compatible Low-Level Date Algorithms").
 */
final class CalendarDays {

    private static final int DAYS_OF_ERA = 146_097;

    /** From 0000-03-01 to 2000-01-01. */
    private static final long SHIFT = 730_425;

    private CalendarDays() {}

    static long of(long year, int month, int day) {
        long shifted = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(shifted, 400L);
        long yearOfEra = shifted - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DAYS_OF_ERA + dayOfEra - SHIFT;
    }

    static boolean isValid(long year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= length(year, month);
    }

    private static int length(long year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isLeap(long year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static YearMonthDay dateOf(long days) {
        long shifted = days + SHIFT;
        long era = Math.floorDiv(shifted, (long) DAYS_OF_ERA);
        long dayOfEra = shifted - era * DAYS_OF_ERA;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthIndex = (5 * dayOfYear + 2) / 153;
        int day = (int) (dayOfYear - (153 * monthIndex + 2) / 5 + 1);
        int month = (int) (monthIndex < 10 ? monthIndex + 3 : monthIndex - 9);
        return new YearMonthDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
    }

    record YearMonthDay(long year, int month, int day) {}
}

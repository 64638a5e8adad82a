package io.github.dbsync.sqlite.file;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order of keys: records that begin with some values, of which a unique index has no two alike, and some that say which row
 * it is, the rowid or what a table without rowids has as its primary key (SQLite docs, "Datatypes In SQLite", 4.2; "Database File
 * Format", 2.4 to 2.6). Nulls come first, then numbers by their exact value, texts by their collation, blobs by their bytes.
 */
public final class KeyOrder {

    private static final int NULLS = 0;
    private static final int NUMBERS = 1;
    private static final int TEXTS = 2;
    private static final int BLOBS = 3;

    /** Above the bits of every number. */
    private static final long PREFIX_OF_TEXTS = 0x7FF4L << 48;

    private static final long PREFIX_OF_BLOBS = 0x7FF8L << 48;
    private static final int BYTES_IN_PREFIX = 6;
    private static final double BEYOND_INTEGERS = 0x1p63;

    private final Part[] parts;
    private final int unique;

    /**
     * An order.
     *
     * @param key what is unique in a unique index
     * @param locators which row it is
     */
    public KeyOrder(List<Part> key, List<Part> locators) {
        this.parts = Stream.concat(key.stream(), locators.stream()).toArray(Part[]::new);
        this.unique = key.size();
    }

    /**
     * One value by which records are compared.
     *
     * @param collation by which texts are compared
     * @param descending whether greater ones come first
     */
    public record Part(Collation collation, boolean descending) {

        /** The rowid. */
        public static final Part ROWID = new Part(Collation.BINARY, false);
    }

    /**
     * A number that says of most keys which comes first: where those of two keys differ, the lesser number's key comes first;
     * where they are equal, {@link #compare} says it.
     */
    long prefix(byte[] key, int start) {
        long type = Varint.read(key, start + Varint.length(key, start));
        int content = start + (int) Varint.read(key, start);
        long prefix = prefix(type, key, content, parts[0].collation());
        return parts[0].descending() ? ~prefix : prefix;
    }

    private static long prefix(long type, byte[] key, int at, Collation collation) {
        return switch (rank(type)) {
            case NULLS -> Long.MIN_VALUE;
            case NUMBERS ->
                prefix(isReal(type) ? SerialType.readReal(key, at) : (double) SerialType.readInteger(type, key, at));
            case TEXTS -> PREFIX_OF_TEXTS | prefix(key, at, at + (int) SerialType.length(type), collation);
            default -> PREFIX_OF_BLOBS | prefix(key, at, at + (int) SerialType.length(type), Collation.BINARY);
        };
    }

    /** The bits of a floating-point number, so that greater numbers have greater bits; both zeros are one. */
    private static long prefix(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits >= 0 ? bits : bits ^ Long.MAX_VALUE;
    }

    private static long prefix(byte[] bytes, int from, int to, Collation collation) {
        int end = collation.end(bytes, from, to);
        long prefix = 0;
        for (int i = from; i < from + BYTES_IN_PREFIX; i++) {
            boolean isOver = i >= end || (collation == Collation.NOCASE && i > from && bytes[i - 1] == 0);
            prefix = prefix << Byte.SIZE | (isOver ? 0 : collation.folded(bytes[i]));
            end = isOver ? from : end;
        }
        return prefix;
    }

    /** Compares two keys, as a comparator does. */
    int compare(byte[] a, int startOfA, byte[] b, int startOfB) {
        return compare(a, startOfA, b, startOfB, parts.length);
    }

    /** Whether two keys are equal but for what says which row it is, and no value of them is null. */
    boolean areDuplicates(byte[] a, int startOfA, byte[] b, int startOfB) {
        return compare(a, startOfA, b, startOfB, unique) == 0 && !hasNull(a, startOfA);
    }

    private boolean hasNull(byte[] key, int start) {
        int at = start + Varint.length(key, start);
        for (int i = 0; i < unique; i++) {
            if (Varint.read(key, at) == SerialType.NULL) {
                return true;
            }
            at += Varint.length(key, at);
        }
        return false;
    }

    private int compare(byte[] a, int startOfA, byte[] b, int startOfB, int values) {
        int typeA = startOfA + Varint.length(a, startOfA);
        int typeB = startOfB + Varint.length(b, startOfB);
        int atA = startOfA + (int) Varint.read(a, startOfA);
        int atB = startOfB + (int) Varint.read(b, startOfB);
        for (int i = 0; i < values; i++) {
            long a1 = Varint.read(a, typeA);
            long b1 = Varint.read(b, typeB);
            int order = compare(a1, a, atA, b1, b, atB, parts[i].collation());
            if (order != 0) {
                return parts[i].descending() ? -order : order;
            }
            typeA += Varint.length(a, typeA);
            typeB += Varint.length(b, typeB);
            atA += (int) SerialType.length(a1);
            atB += (int) SerialType.length(b1);
        }
        return 0;
    }

    private static int compare(long typeA, byte[] a, int atA, long typeB, byte[] b, int atB, Collation collation) {
        int rank = rank(typeA);
        if (rank != rank(typeB)) {
            return rank - rank(typeB);
        }
        int endA = atA + (int) SerialType.length(typeA);
        int endB = atB + (int) SerialType.length(typeB);
        return switch (rank) {
            case NULLS -> 0;
            case NUMBERS -> compareNumbers(typeA, a, atA, typeB, b, atB);
            case TEXTS -> Integer.signum(collation.compare(a, atA, endA, b, atB, endB));
            default -> Integer.signum(Arrays.compareUnsigned(a, atA, endA, b, atB, endB));
        };
    }

    private static int compareNumbers(long typeA, byte[] a, int atA, long typeB, byte[] b, int atB) {
        if (isReal(typeA)) {
            double real = SerialType.readReal(a, atA);
            return isReal(typeB)
                    ? compare(real, SerialType.readReal(b, atB))
                    : -compare(SerialType.readInteger(typeB, b, atB), real);
        }
        long integer = SerialType.readInteger(typeA, a, atA);
        return isReal(typeB)
                ? compare(integer, SerialType.readReal(b, atB))
                : Long.compare(integer, SerialType.readInteger(typeB, b, atB));
    }

    /** To SQLite both zeros are one. */
    private static int compare(double a, double b) {
        return a < b ? -1 : a > b ? 1 : 0;
    }

    /** By the exact values: not every integer is a floating-point number. */
    static int compare(long integer, double real) {
        if (real < -BEYOND_INTEGERS) {
            return 1;
        }
        if (real >= BEYOND_INTEGERS) {
            return -1;
        }
        int whole = Long.compare(integer, (long) real);
        return whole != 0 ? whole : compare((double) integer, real);
    }

    private static boolean isReal(long type) {
        return type == SerialType.REAL;
    }

    private static int rank(long type) {
        if (type == SerialType.NULL) {
            return NULLS;
        }
        if (type < SerialType.FIRST_BLOB) {
            return NUMBERS;
        }
        return SerialType.isText(type) ? TEXTS : BLOBS;
    }
}

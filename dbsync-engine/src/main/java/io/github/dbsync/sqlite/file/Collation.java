package io.github.dbsync.sqlite.file;

import java.util.Arrays;

/** How SQLite compares texts by itself (SQLite docs, "Datatypes In SQLite", 7). Texts are given in the bytes that are stored. */
public enum Collation {
    /** Byte by byte. */
    BINARY {
        @Override
        int compare(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB) {
            return Arrays.compareUnsigned(a, fromA, toA, b, fromB, toB);
        }
    },
    /** Upper case letters of ASCII as lower case ones, up to the first 0x00, then by length; of UTF-8 only. */
    NOCASE {
        @Override
        int compare(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB) {
            int common = Math.min(toA - fromA, toB - fromB);
            for (int i = 0; i < common; i++) {
                int difference = folded(a[fromA + i]) - folded(b[fromB + i]);
                if (difference != 0) {
                    return difference;
                }
                if (a[fromA + i] == 0) {
                    break;
                }
            }
            return (toA - fromA) - (toB - fromB);
        }

        @Override
        int folded(byte b) {
            return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b & 0xFF;
        }
    },
    /** Byte by byte without the spaces at the end; of UTF-8 only. */
    RTRIM {
        @Override
        int compare(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB) {
            return BINARY.compare(a, fromA, end(a, fromA, toA), b, fromB, end(b, fromB, toB));
        }

        @Override
        int end(byte[] text, int from, int to) {
            int end = to;
            while (end > from && text[end - 1] == ' ') {
                end--;
            }
            return end;
        }
    };

    /** Compares two texts, as a comparator does. */
    abstract int compare(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB);

    /** A byte of a text as it is compared. */
    int folded(byte b) {
        return b & 0xFF;
    }

    /** Where what is compared of a text ends. */
    int end(byte[] text, int from, int to) {
        return to;
    }
}

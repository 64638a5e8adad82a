package io.github.dbsync.batch;

/**
 * The digest of a table's rows, whatever their order: the sum, modulo 2^128, of each row's own 128-bit hash. Two tables have
 * equal digests exactly when they hold the same rows equally often, but for a chance that does not happen.
 *
 * @param rows the number of rows
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record TableDigest(long rows, long high, long low) {

    /** The digest of no rows. */
    public static final TableDigest EMPTY = new TableDigest(0, 0, 0);

    /** The digest as 32 hexadecimal digits. */
    public String hex() {
        return String.format("%016x%016x", high, low);
    }
}

package io.github.dbsync.batch;

/** A digest in the making: the sum of the hashes of rows, and their number. Not thread-safe. */
public final class DigestSum {

    private long rows;
    private long high;
    private long low;

    /** @param hash of a row, as {@link Digester#hash} gives it */
    public void add(long[] hash) {
        long sum = low + hash[0];
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        low = sum;
        high += hash[1] + carry;
        rows++;
    }

    public TableDigest digest() {
        return new TableDigest(rows, high, low);
    }
}

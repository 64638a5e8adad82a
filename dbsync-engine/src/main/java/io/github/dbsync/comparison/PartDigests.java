package io.github.dbsync.comparison;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.DigestSum;
import io.github.dbsync.batch.Digester;
import io.github.dbsync.batch.TableDigest;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The digests of a table's rows, part by part: a row belongs to the part that the hash of its key says, so that both ends put a
 * row into the same part, whatever order their database has. Not thread-safe.
 */
final class PartDigests {

    private static final int PARTS = 1 << 16;

    private final DigestSum[] parts = new DigestSum[PARTS];
    private final DigestSum all = new DigestSum();
    private final Digester digester = new Digester();
    private final int[] columns;
    private final int[] key;

    private PartDigests(int columns, int[] key) {
        this.columns = IntStream.range(0, columns).toArray();
        this.key = key;
        Arrays.setAll(parts, part -> new DigestSum());
    }

    /** @param key the places of the key's columns among the stored ones */
    static PartDigests of(Source end, Table table, int[] key) {
        PartDigests digests = new PartDigests(table.storedColumns().size(), key);
        end.read(table, digests::add);
        return digests;
    }

    private void add(Batch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            long[] hash = digester.hash(batch, row, columns);
            parts[part(digester.hash(batch, row, key))].add(hash);
            all.add(hash);
        }
    }

    /** The part of a row, by the hash of its key. */
    static int part(long[] keyHash) {
        return (int) (keyHash[0] >>> 48);
    }

    /** The digest of all parts. */
    TableDigest digest() {
        return all.digest();
    }

    /**
     * The parts that are not the same at another end.
     *
     * @param mostRows how many rows they may have together; where it would be more, further parts are left out
     */
    BitSet differingFrom(PartDigests other, long mostRows) {
        BitSet differing = new BitSet(PARTS);
        long rows = 0;
        for (int part = 0; part < PARTS && rows < mostRows; part++) {
            TableDigest here = parts[part].digest();
            TableDigest there = other.parts[part].digest();
            if (!here.equals(there)) {
                differing.set(part);
                rows += here.rows() + there.rows();
            }
        }
        return differing;
    }

    /** How many parts are not the same at another end. */
    int countDiffering(PartDigests other) {
        return differingFrom(other, Long.MAX_VALUE).cardinality();
    }
}

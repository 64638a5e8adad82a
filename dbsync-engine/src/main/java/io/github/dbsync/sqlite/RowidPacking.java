package io.github.dbsync.sqlite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Rowids as a text that a memory can hold, in Base64: the number of rows, how far each rowid lies above the one before, and the
 * hash of each row. Compressed, little is left but the hashes, for most rowids lie one above the other.
 */
final class RowidPacking {

    private RowidPacking() {}

    static String pack(List<Entry> entries) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed))) {
            out.writeInt(entries.size());
            long before = 0;
            for (Entry entry : entries) {
                out.writeLong(entry.rowid() - before);
                before = entry.rowid();
            }
            for (Entry entry : entries) {
                out.writeLong(entry.hash());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    static List<Entry> unpack(String packed) {
        ByteArrayInputStream bytes =
                new ByteArrayInputStream(Base64.getDecoder().decode(packed));
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(bytes))) {
            long[] rowids = new long[in.readInt()];
            long before = 0;
            for (int row = 0; row < rowids.length; row++) {
                before += in.readLong();
                rowids[row] = before;
            }
            List<Entry> entries = new ArrayList<>(rowids.length);
            for (long rowid : rowids) {
                entries.add(new Entry(in.readLong(), rowid));
            }
            return entries;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /**
     * A row.
     *
     * @param hash of the values of its key
     */
    record Entry(long hash, long rowid) {}
}

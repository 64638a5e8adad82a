package io.github.dbsync.sqlite;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Rowids as a text that a memory can hold: for each row 8 bytes of its hash and 8 of its rowid, in Base64. */
final class RowidPacking {

    private static final int ENTRY_BYTES = 2 * Long.BYTES;

    private RowidPacking() {}

    static String pack(List<Entry> entries) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(entries.size(), ENTRY_BYTES));
        entries.forEach(entry -> bytes.putLong(entry.hash()).putLong(entry.rowid()));
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static List<Entry> unpack(String packed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
        List<Entry> entries = new ArrayList<>();
        while (bytes.remaining() >= ENTRY_BYTES) {
            entries.add(new Entry(bytes.getLong(), bytes.getLong()));
        }
        return entries;
    }

    /**
     * A row.
     *
     * @param hash of the values of its key
     */
    record Entry(long hash, long rowid) {}
}

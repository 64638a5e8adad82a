package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.util.Arrays;

/**
 * Writes payloads: what stands in the cell, and the overflow pages that follow (SQLite docs, "Database File Format", 1.6 and
 * 1.7). Not thread-safe.
 */
final class PayloadWriter {

    private final PageAppender file;
    private final PageKind kind;
    private final byte[] page;

    /** @param kind of the page that the cells stand in */
    PayloadWriter(PageAppender file, PageKind kind) {
        this.file = file;
        this.kind = kind;
        this.page = new byte[file.layout().pageSize()];
    }

    /** The bytes of a payload that stand in its cell, the number of the first overflow page too. */
    int lengthInCell(int payload) {
        int local = file.layout().local(kind, payload);
        return local == payload ? local : local + PageLayout.OVERFLOW_HEADER;
    }

    /**
     * Writes a payload.
     *
     * @param start where it begins in the bytes
     * @param cell where what stands in the cell is written
     * @return the place behind it
     */
    int write(byte[] bytes, int start, int length, byte[] cell, int at) throws IOException {
        int local = file.layout().local(kind, length);
        System.arraycopy(bytes, start, cell, at, local);
        if (local == length) {
            return at + local;
        }
        PageBuilder.putInt(cell, at + local, file.next());
        writeOverflow(bytes, start + local, start + length);
        return at + local + PageLayout.OVERFLOW_HEADER;
    }

    private void writeOverflow(byte[] bytes, int from, int to) throws IOException {
        int capacity = file.layout().overflowCapacity();
        for (int done = from; done < to; done += capacity) {
            int part = Math.min(capacity, to - done);
            boolean isLast = done + part == to;
            PageBuilder.putInt(page, 0, isLast ? 0 : file.after(file.next()));
            System.arraycopy(bytes, done, page, PageLayout.OVERFLOW_HEADER, part);
            Arrays.fill(page, PageLayout.OVERFLOW_HEADER + part, page.length, (byte) 0);
            file.appendOverflow(page);
        }
    }
}

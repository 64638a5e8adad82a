package io.github.dbsync.sqlite.file;

import java.io.IOException;

/**
 * Writes the b-tree of a table that has rowids, from the leaves up: leaves as their rows come, interior pages as they fill, and
 * the root at last, in the page that the schema names. Not thread-safe.
 */
public final class TableTreeWriter {

    private final PageAppender file;
    private final PayloadWriter payloads;
    private final PageBuilder leaf;
    private final TreeLevel interior;
    private final byte[] key = new byte[Varint.MOST_BYTES];
    private final long root;
    private boolean hasInterior;
    private long rows;
    private long lastRowid;

    TableTreeWriter(PageAppender file, long root) {
        this.file = file;
        this.payloads = new PayloadWriter(file, PageKind.TABLE_LEAF);
        this.leaf = new PageBuilder(file.layout(), PageKind.TABLE_LEAF);
        this.interior = new TreeLevel(file, PageKind.TABLE_INTERIOR);
        this.root = root;
    }

    /** Whether a row with this rowid may come next: only greater ones follow. */
    public boolean takes(long rowid) {
        return rows == 0 || rowid > lastRowid;
    }

    /**
     * Adds a row.
     *
     * @param rowid greater than all before
     */
    public void add(long rowid, RecordBuilder row) throws IOException {
        if (!takes(rowid)) {
            throw new IllegalArgumentException("rowids must ascend");
        }
        int payload = row.length();
        int length = Varint.length(payload) + Varint.length(rowid) + payloads.lengthInCell(payload);
        if (!leaf.fits(length)) {
            interior.add(file.append(leaf.complete(0)), key, Varint.write(key, 0, lastRowid));
            hasInterior = true;
            leaf.clear();
        }
        byte[] page = leaf.bytes();
        int at = Varint.write(page, leaf.add(length), payload);
        payloads.write(row.bytes(), 0, payload, page, Varint.write(page, at, rowid));
        lastRowid = rowid;
        rows++;
    }

    /** Completes the b-tree. */
    public void finish() throws IOException {
        byte[] last = leaf.complete(0);
        if (hasInterior) {
            interior.finish(file.append(last), root);
        } else {
            file.replace(root, last);
        }
    }
}

package io.github.dbsync.sqlite.file;

import java.io.IOException;

/**
 * Writes the b-tree of an index, or of a table without rowids, from the leaves up, from keys in their order. Not thread-safe.
 */
public final class IndexTreeWriter {

    private final PayloadWriter payloads;
    private final TreeLevel leaves;
    private final long root;
    private final byte[] cell;

    IndexTreeWriter(PageAppender file, long root) {
        this.payloads = new PayloadWriter(file, PageKind.INDEX_LEAF);
        this.leaves = new TreeLevel(file, PageKind.INDEX_LEAF);
        this.root = root;
        this.cell = new byte[file.layout().pageSize()];
    }

    /**
     * Adds a key: a record that comes after all before.
     *
     * @param start where it begins
     */
    void add(byte[] bytes, int start, int length) throws IOException {
        int end = payloads.write(bytes, start, length, cell, Varint.write(cell, 0, length));
        leaves.add(0, cell, end);
    }

    /** Completes the b-tree. */
    void finish() throws IOException {
        leaves.finish(0, root);
    }
}

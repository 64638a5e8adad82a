package io.github.dbsync.sqlite.file;

import java.util.Optional;

/** What a page of a b-tree is, as its first byte says (SQLite docs, "Database File Format", 1.6). */
public enum PageKind {
    INDEX_INTERIOR(2),
    TABLE_INTERIOR(5),
    INDEX_LEAF(10),
    TABLE_LEAF(13);

    private final byte mark;

    PageKind(int mark) {
        this.mark = (byte) mark;
    }

    /** The kind that a page's first byte says; empty where it is none. */
    public static Optional<PageKind> of(byte mark) {
        return switch (mark) {
            case 2 -> Optional.of(INDEX_INTERIOR);
            case 5 -> Optional.of(TABLE_INTERIOR);
            case 10 -> Optional.of(INDEX_LEAF);
            case 13 -> Optional.of(TABLE_LEAF);
            default -> Optional.empty();
        };
    }

    /** The first byte of such a page. */
    public byte mark() {
        return mark;
    }

    public boolean isLeaf() {
        return this == INDEX_LEAF || this == TABLE_LEAF;
    }

    /** Whether it belongs to a table with rowids; else its cells are records in the order of their keys. */
    public boolean isTable() {
        return this == TABLE_INTERIOR || this == TABLE_LEAF;
    }

    /** The bytes before the pointers to the cells. */
    public int headerLength() {
        return isLeaf() ? 8 : 12;
    }
}

package io.github.dbsync.sqlite.file;

import java.util.Arrays;

/**
 * A page of a b-tree being filled with cells in their order, from its end towards its beginning (SQLite docs, "Database File
 * Format", 1.6). Not thread-safe.
 */
final class PageBuilder {

    private static final int POINTER = 2;

    private final PageLayout layout;
    private final PageKind kind;
    private final byte[] bytes;
    private int cells;
    private int content;

    PageBuilder(PageLayout layout, PageKind kind) {
        this.layout = layout;
        this.kind = kind;
        this.bytes = new byte[layout.pageSize()];
        this.content = layout.usable();
    }

    PageKind kind() {
        return kind;
    }

    /** The page's bytes; a cell's are written into it. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether there is room for one more cell. */
    boolean fits(int length) {
        return pointer(cells) + POINTER + length <= content;
    }

    /** Adds a cell, and returns where its bytes are to be written. */
    int add(int length) {
        content -= length;
        putShort(pointer(cells), content);
        cells++;
        return content;
    }

    /** Takes the last cell away. */
    byte[] removeLast() {
        cells--;
        int end = cells == 0 ? layout.usable() : getShort(pointer(cells - 1));
        byte[] cell = Arrays.copyOfRange(bytes, content, end);
        Arrays.fill(bytes, content, end, (byte) 0);
        putShort(pointer(cells), 0);
        content = end;
        return cell;
    }

    /** The bytes of a page that is complete; a leaf has no right child. */
    byte[] complete(long rightChild) {
        bytes[0] = kind.mark();
        putShort(3, cells);
        putShort(5, content);
        if (!kind.isLeaf()) {
            putInt(bytes, 8, rightChild);
        }
        return bytes;
    }

    /** Begins another page. */
    void clear() {
        Arrays.fill(bytes, (byte) 0);
        cells = 0;
        content = layout.usable();
    }

    private int pointer(int cell) {
        return kind.headerLength() + POINTER * cell;
    }

    /** What does not fit, 65536, is written as 0. */
    private void putShort(int at, int value) {
        bytes[at] = (byte) (value >> Byte.SIZE);
        bytes[at + 1] = (byte) value;
    }

    private int getShort(int at) {
        return (bytes[at] & 0xFF) << Byte.SIZE | (bytes[at + 1] & 0xFF);
    }

    static void putInt(byte[] bytes, int at, long value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (value >> (Integer.SIZE - Byte.SIZE * (i + 1)));
        }
    }
}

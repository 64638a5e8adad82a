package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one level of a b-tree, filled in the order of their keys: interior pages, or leaves of an index. When a page is
 * full, the key that comes next moves to the level above, where it parts the full page from the one that follows. Not
 * thread-safe.
 */
final class TreeLevel {

    private static final int CHILD = 4;

    /** SQLite gives no cell less room, so that a free block fits in its place. */
    private static final int SMALLEST_CELL = 4;

    private final PageAppender file;
    private final PageBuilder page;
    private @Nullable TreeLevel above;

    /** The cell, without its child, that parts the full page from the next, as soon as there is a key for that one. */
    private byte @Nullable [] parting;

    private long partingChild;

    /** The length of the cell that was added last, without its child and without what fills it up. */
    private int lastLength;

    TreeLevel(PageAppender file, PageKind kind) {
        this.file = file;
        this.page = new PageBuilder(file.layout(), kind);
    }

    /**
     * Adds the next key.
     *
     * @param child the page with all lesser keys; of no meaning in a leaf
     * @param key begins with the cell without its child
     */
    void add(long child, byte[] key, int length) throws IOException {
        if (parting != null) {
            long full = file.append(page.complete(partingChild));
            above().add(full, parting, parting.length);
            page.clear();
            parting = null;
        }
        if (page.fits(room(length))) {
            put(child, key, length);
        } else {
            parting = Arrays.copyOf(key, length);
            partingChild = child;
        }
    }

    private void put(long child, byte[] key, int length) {
        int at = page.add(room(length));
        if (child() > 0) {
            PageBuilder.putInt(page.bytes(), at, child);
        }
        System.arraycopy(key, 0, page.bytes(), at + child(), length);
        lastLength = length;
    }

    private int room(int length) {
        return Math.max(SMALLEST_CELL, child() + length);
    }

    private int child() {
        return page.kind().isLeaf() ? 0 : CHILD;
    }

    private TreeLevel above() {
        if (above == null) {
            above = new TreeLevel(file, page.kind().isTable() ? PageKind.TABLE_INTERIOR : PageKind.INDEX_INTERIOR);
        }
        return above;
    }

    /**
     * Completes this level and those above it.
     *
     * @param lastChild the page with all keys greater than the last one that was added; of no meaning in a leaf
     * @param root the page that is there already and becomes the root
     */
    void finish(long lastChild, long root) throws IOException {
        if (parting != null) {
            partOneKeyEarlier(parting);
        }
        byte[] last = page.complete(lastChild);
        if (above == null) {
            file.replace(root, last);
        } else {
            above.finish(file.append(last), root);
        }
    }

    /** No key follows the parting one, and a page without keys is none: so it parts nothing, and the key before it does. */
    private void partOneKeyEarlier(byte[] last) throws IOException {
        byte[] cell = page.removeLast();
        long child = child() == 0 ? 0 : TreePage.unsignedInt(cell, 0);
        long full = file.append(page.complete(child));
        above().add(full, Arrays.copyOfRange(cell, child(), child() + lastLength), lastLength);
        page.clear();
        put(partingChild, last, last.length);
        parting = null;
    }
}

package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says of each page of a file that vacuums itself what points to it (SQLite docs, "Database File Format", 1.8). Some of its
 * pages are kept in memory, those that were asked for last; the others stand in the file. Not thread-safe.
 */
final class PointerMap {

    private static final int ENTRY = 5;
    private static final byte FIRST_OVERFLOW_PAGE = 3;
    private static final byte OTHER_OVERFLOW_PAGE = 4;
    private static final byte PAGE_OF_TREE = 5;

    private static final int MOST_BYTES_IN_MEMORY = 1 << 17;

    private final FileChannel channel;
    private final PageLayout layout;
    private final Map<Long, byte[]> pages = new LinkedHashMap<>(16, 0.75f, true);

    PointerMap(FileChannel channel, PageLayout layout) {
        this.channel = channel;
        this.layout = layout;
    }

    /**
     * Notes which pages a complete page of a b-tree points to: its children, and the overflow pages of its cells.
     *
     * @param number of the page itself
     */
    void noteTree(long number, byte[] page) throws IOException {
        boolean isTable = PageKind.of(page[0]).map(PageKind::isTable).orElse(false);
        TreePage tree = TreePage.of(number, page, 0, layout, isTable);
        while (!tree.isDone()) {
            if (tree.isAtChild()) {
                put(tree.child(), PAGE_OF_TREE, number);
            } else {
                noteOverflow(tree);
            }
            tree.advance();
        }
    }

    private void noteOverflow(TreePage tree) throws IOException {
        byte[] page = tree.bytes();
        int at = tree.rowCell();
        long length = Varint.read(page, at);
        at += Varint.length(page, at);
        if (tree.kind().isTable()) {
            at += Varint.length(page, at);
        }
        int local = layout.local(tree.kind(), length);
        if (local < length) {
            put(TreePage.unsignedInt(page, at + local), FIRST_OVERFLOW_PAGE, tree.number());
        }
    }

    /** Notes that an overflow page points to the next one of its chain. */
    void noteChain(long page, long next) throws IOException {
        put(next, OTHER_OVERFLOW_PAGE, page);
    }

    private void put(long page, byte kind, long from) throws IOException {
        long number = layout.pointerMapOf(page);
        byte[] map = load(number);
        int at = ENTRY * (int) (page - number - 1);
        map[at] = kind;
        PageBuilder.putInt(map, at + 1, from);
    }

    private byte[] load(long number) throws IOException {
        byte[] known = pages.get(number);
        if (known != null) {
            return known;
        }
        if (pages.size() * layout.pageSize() >= MOST_BYTES_IN_MEMORY) {
            Iterator<Map.Entry<Long, byte[]>> oldest = pages.entrySet().iterator();
            write(oldest.next());
            oldest.remove();
        }
        byte[] page = read(number);
        pages.put(number, page);
        return page;
    }

    /** A page that is not yet in the file says nothing. */
    private byte[] read(long number) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(layout.pageSize());
        int part = 0;
        while (page.hasRemaining() && part >= 0) {
            part = channel.read(page, layout.offset(number) + page.position());
        }
        return page.array();
    }

    private void write(Map.Entry<Long, byte[]> page) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(page.getValue());
        while (bytes.hasRemaining()) {
            channel.write(bytes, layout.offset(page.getKey()) + bytes.position());
        }
    }

    /** Writes what is not yet in the file. */
    void flush() throws IOException {
        for (Map.Entry<Long, byte[]> page : pages.entrySet()) {
            write(page);
        }
        pages.clear();
    }
}

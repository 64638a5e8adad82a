package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Goes over the rows of one table, or of a part of it, in the order of their rowids, or of a table without rowids in the order of
 * its key, by the pages of its b-tree. A file that is damaged ends it with a {@link DamagedFileException}: it comes to no more
 * pages than the file has, no tree is deeper than SQLite's, and no row is longer than the file. Not thread-safe.
 */
public final class TableScan {

    /** SQLite's own limit (BTCURSOR_MAX_DEPTH). */
    static final int MOST_LEVELS = 20;

    private final PageWindow window;
    private final Visits visits;
    private final TreePart part;
    private final boolean rowids;
    private final @Nullable TreePage[] path = new @Nullable TreePage[MOST_LEVELS];
    private final Payload payload;
    private final Record record;
    private int entered;
    private int depth;
    private long firstRowid;
    private long rowid;
    private boolean begun;

    private TableScan(PageWindow window, PageWindow overflow, TreePart part, int columns, boolean rowids) {
        this.window = window;
        this.part = part;
        this.visits = new Visits(window.pages());
        this.rowids = rowids;
        this.payload = new Payload(overflow, visits);
        this.record = new Record(payload, columns);
    }

    /**
     * A scan that stands before the first row.
     *
     * @param header of the file
     * @param pages how many pages the file has
     * @param part of the table's tree whose rows are read
     * @param columns how many values a record of the table has at most
     * @param rowids whether the table has rowids
     */
    public static TableScan of(
            FileBytes file, FileHeader header, long pages, TreePart part, int columns, boolean rowids)
            throws IOException {
        PageLayout layout = header.layout();
        TableScan scan = new TableScan(
                new PageWindow(file, layout, pages), new PageWindow(file, layout, pages), part, columns, rowids);
        scan.enterNext();
        return scan;
    }

    /** Goes on to the next row; false after the last. */
    public boolean next() throws IOException {
        while (depth > 0 || enterNext()) {
            TreePage page = top();
            if (page.isDone()) {
                path[--depth] = null;
            } else if (page.isAtChild()) {
                long child = page.child();
                page.advance();
                enter(child, page.number());
            } else {
                standAt(page);
                page.advance();
                return true;
            }
        }
        return false;
    }

    /** Goes on to the part's next subtree; false after the last. */
    private boolean enterNext() throws IOException {
        boolean ahead = entered < part.subtrees().size();
        if (ahead) {
            long first = part.subtrees().get(entered++);
            enter(first, first == part.root() ? 1 : part.root());
        }
        return ahead;
    }

    private TreePage top() {
        TreePage page = path[depth - 1];
        if (page == null) {
            throw new IllegalStateException("the scan stands nowhere");
        }
        return page;
    }

    private void enter(long number, long from) throws IOException {
        if (depth == MOST_LEVELS) {
            throw new DamagedFileException(from, "the tree is too deep");
        }
        visits.add(from);
        int at = window.load(number, from);
        TreePage page = TreePage.of(number, window.bytes(), at, window.layout(), rowids);
        if (page.isEmpty() && !(number == part.root() && page.kind().isLeaf())) {
            throw new DamagedFileException(number, "it is empty");
        }
        path[depth++] = page.kind().isLeaf() ? page : kept(number, at);
    }

    /** The pages of the window change while those below are read. */
    private TreePage kept(long number, int at) throws IOException {
        int end = at + window.layout().pageSize() + Varint.MOST_BYTES;
        byte[] copy = Arrays.copyOfRange(window.bytes(), at, end);
        return TreePage.of(number, copy, 0, window.layout(), rowids);
    }

    private void standAt(TreePage page) throws IOException {
        byte[] bytes = page.bytes();
        int at = page.rowCell();
        long length = Varint.read(bytes, at);
        at += Varint.length(bytes, at);
        if (rowids) {
            at = readRowid(page, at);
        }
        payload.standAt(page, at, length);
        record.readHeader();
    }

    private int readRowid(TreePage page, int at) throws DamagedFileException {
        long next = Varint.read(page.bytes(), at);
        if (begun && next <= rowid) {
            throw new DamagedFileException(page.number(), "its rows are not in the order of their rowids");
        }
        firstRowid = begun ? firstRowid : next;
        begun = true;
        rowid = next;
        return at + Varint.length(page.bytes(), at);
    }

    /** Whether it has come to a row that has a rowid. */
    public boolean hasRowids() {
        return begun;
    }

    /** The rowid of the first of its rows; only where it has come to one. */
    public long firstRowid() {
        return firstRowid;
    }

    /** The rowid of the row, or behind the last row still that one's; only of a table that has them. */
    public long rowid() {
        return rowid;
    }

    /** The values of the row; always the same object, which changes with {@link #next()}. */
    public Record record() {
        return record;
    }
}

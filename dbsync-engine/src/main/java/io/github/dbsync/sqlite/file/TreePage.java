package io.github.dbsync.sqlite.file;

/** A page of a b-tree and the place in it where a scan stands. */
final class TreePage {

    private static final int CHILD_LENGTH = 4;
    private static final int RIGHT_CHILD = 8;
    private static final int CELL_COUNT = 3;
    private static final int POINTER_LENGTH = 2;
    private static final int SMALLEST_CELL = 4;

    private final long number;
    private final PageKind kind;
    private final byte[] bytes;
    private final int start;
    private final int header;
    private final int usable;
    private final int cells;
    private int position;

    private TreePage(long number, PageKind kind, byte[] bytes, int start, int header, int usable) {
        this.number = number;
        this.kind = kind;
        this.bytes = bytes;
        this.start = start;
        this.header = header;
        this.usable = usable;
        this.cells = unsignedShort(bytes, header + CELL_COUNT);
    }

    /**
     * A page whose cells have not been looked at.
     *
     * @param bytes holds the page
     * @param start where the page begins in the bytes
     * @param isTable whether it belongs to a table with rowids
     */
    static TreePage of(long number, byte[] bytes, int start, PageLayout layout, boolean isTable)
            throws DamagedFileException {
        int header = number == 1 ? start + FileHeader.LENGTH : start;
        PageKind kind = PageKind.of(bytes[header])
                .filter(found -> found.isTable() == isTable)
                .orElseThrow(() -> new DamagedFileException(number, "it is not of the kind that its tree has"));
        TreePage page = new TreePage(number, kind, bytes, start, header, layout.usable());
        if (page.pointer(page.cells) > start + layout.usable()) {
            throw new DamagedFileException(number, "it has more cells than room");
        }
        return page;
    }

    long number() {
        return number;
    }

    PageKind kind() {
        return kind;
    }

    boolean isEmpty() {
        return cells == 0;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where in the bytes the part of the page ends that SQLite uses. */
    int end() {
        return start + usable;
    }

    /** Whether the scan has come to the end of the page. */
    boolean isDone() {
        return position >= (kind.isLeaf() ? cells : 2 * cells + 1);
    }

    /** Whether what comes next is a child, and not a cell with a row of its own. */
    boolean isAtChild() {
        return !kind.isLeaf() && position % 2 == 0;
    }

    /** Goes on to the next cell or child; the keys between the children of a table are no rows. */
    void advance() {
        position += kind == PageKind.TABLE_INTERIOR ? 2 : 1;
    }

    /** The number of the child that comes next. */
    long child() throws DamagedFileException {
        int place = position / 2;
        return unsignedInt(bytes, place == cells ? header + RIGHT_CHILD : cell(place));
    }

    /** Where in the bytes the row's cell begins that comes next, behind its child. */
    int rowCell() throws DamagedFileException {
        return kind.isLeaf() ? cell(position) : cell(position / 2) + CHILD_LENGTH;
    }

    private int cell(int index) throws DamagedFileException {
        int offset = unsignedShort(bytes, pointer(index));
        if (start + offset < pointer(cells) || offset > usable - SMALLEST_CELL) {
            throw new DamagedFileException(number, "cell " + (index + 1) + " lies outside of it");
        }
        return start + offset;
    }

    private int pointer(int index) {
        return header + kind.headerLength() + POINTER_LENGTH * index;
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << Byte.SIZE | (bytes[at + 1] & 0xFF);
    }

    /** The number of a page. */
    static long unsignedInt(byte[] bytes, int at) {
        return (long) unsignedShort(bytes, at) << Short.SIZE | unsignedShort(bytes, at + 2);
    }
}

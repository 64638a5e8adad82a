package io.github.dbsync.sqlite.file;

/**
 * Where things stand in a file: page by page, and of a payload how much stands in its cell and how much in overflow pages
 * (SQLite docs, "Database File Format", 1.3 to 1.8). Pages are numbered from 1.
 *
 * @param pageSize a power of two from 512 to 65536, in bytes
 * @param reserved the bytes at the end of each page that SQLite leaves alone
 */
public record PageLayout(int pageSize, int reserved) {

    public static final int SMALLEST_PAGE = 512;
    public static final int LARGEST_PAGE = 65536;

    /** Less than this of a page SQLite does not use. */
    public static final int LEAST_USABLE = 480;

    /** Nothing is kept in the page that holds this byte: other programs lock it, and those behind it. */
    public static final long LOCK_BYTE = 1L << 30;

    private static final int POINTER_MAP_ENTRY = 5;

    /** The number of the next overflow page stands before the content of each. */
    public static final int OVERFLOW_HEADER = 4;

    public PageLayout {
        boolean powerOfTwo = Integer.bitCount(pageSize) == 1;
        if (!powerOfTwo || pageSize < SMALLEST_PAGE || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException("no page has " + pageSize + " bytes");
        }
        if (reserved < 0 || pageSize - reserved < LEAST_USABLE) {
            throw new IllegalArgumentException(reserved + " of " + pageSize + " bytes cannot be reserved");
        }
    }

    /** The bytes of a page that SQLite uses. */
    public int usable() {
        return pageSize - reserved;
    }

    /** Where a page begins in the file. */
    public long offset(long page) {
        return (page - 1) * pageSize;
    }

    /** The page that holds no data because of the bytes that are locked in it. */
    public long lockBytePage() {
        return LOCK_BYTE / pageSize + 1;
    }

    /** Whether a page is of those that say, in a file that vacuums itself, what points to each page. */
    public boolean isPointerMap(long page) {
        return page >= 2 && page == pointerMapOf(page);
    }

    /** The page that says of a page what points to it; that of a pointer map is itself. The first page has none. */
    public long pointerMapOf(long page) {
        long pages = pagesPerPointerMap();
        long map = (page - 2) / pages * pages + 2;
        return map == lockBytePage() ? map + 1 : map;
    }

    private int pagesPerPointerMap() {
        return usable() / POINTER_MAP_ENTRY + 1;
    }

    /** The longest payload that stands in its cell as a whole. */
    public int mostLocal(PageKind kind) {
        return kind == PageKind.TABLE_LEAF ? usable() - 35 : (usable() - 12) * 64 / 255 - 23;
    }

    private int leastLocal() {
        return (usable() - 12) * 32 / 255 - 23;
    }

    /** How many bytes of a payload stand in its cell; the others follow in overflow pages. */
    public int local(PageKind kind, long payload) {
        if (payload <= mostLocal(kind)) {
            return (int) payload;
        }
        int filling = leastLocal() + (int) ((payload - leastLocal()) % overflowCapacity());
        return filling <= mostLocal(kind) ? filling : leastLocal();
    }

    /** The bytes of content in an overflow page. */
    public int overflowCapacity() {
        return usable() - OVERFLOW_HEADER;
    }
}

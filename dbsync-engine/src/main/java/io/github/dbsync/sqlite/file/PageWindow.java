package io.github.dbsync.sqlite.file;

import java.io.IOException;

/** Some pages of a file that follow each other, as they were read: the more at once, the longer they are asked for in order. */
final class PageWindow {

    private static final int MOST_BYTES = 256 * 1024;

    /** Pages of other trees between two of a tree; to read them too costs less than to begin anew. */
    private static final int GAP = 8;

    private final FileBytes file;
    private final PageLayout layout;
    private final long pages;
    private byte[] bytes = {};
    private long first = 1;
    private int count;
    private int ahead = 1;

    /** @param pages how many the file has */
    PageWindow(FileBytes file, PageLayout layout, long pages) {
        this.file = file;
        this.layout = layout;
        this.pages = pages;
    }

    PageLayout layout() {
        return layout;
    }

    /** How many pages the file has. */
    long pages() {
        return pages;
    }

    /** The pages that are there now, with room behind them for a varint that runs over the end; valid until the next load. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Reads a page, if it is not there yet.
     *
     * @param from the page that points to it, for people
     * @return where it begins in {@link #bytes()}
     * @throws DamagedFileException where the file has no such page
     */
    int load(long page, long from) throws IOException {
        if (page < 1 || page > pages || page == layout.lockBytePage()) {
            throw new DamagedFileException(from, "it points to page " + page + ", which holds nothing");
        }
        if (page < first || page >= first + count) {
            fill(page);
        }
        return (int) (page - first) * layout.pageSize();
    }

    private void fill(long page) throws IOException {
        boolean inOrder = page >= first + count && page <= first + count + GAP;
        ahead = inOrder ? Math.min(2 * ahead, Math.max(1, MOST_BYTES / layout.pageSize())) : 1;
        int length = (int) Math.min(ahead, pages - page + 1) * layout.pageSize();
        if (bytes.length < length + Varint.MOST_BYTES) {
            bytes = new byte[length + Varint.MOST_BYTES];
        }
        count = file.read(layout.offset(page), bytes, length) / layout.pageSize();
        first = page;
        if (count == 0) {
            throw new DamagedFileException(page, "the file ends before it");
        }
    }
}

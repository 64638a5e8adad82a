package io.github.dbsync.sqlite.file;

import java.io.IOException;

/** The bytes of one record, of which the first stand in a cell, and the others in a chain of overflow pages. */
final class Payload {

    private final PageWindow overflow;
    private final Visits visits;
    private byte[] cell = {};
    private int start;
    private int local;
    private long length;
    private long page;

    /** The page of the chain that was read last, its place in the chain from 0, and how far the chain was ever read. */
    private long chainPage;

    private long chainPlace;
    private long chainFurthest;

    /** @param overflow reads overflow pages, and nothing else */
    Payload(PageWindow overflow, Visits visits) {
        this.overflow = overflow;
        this.visits = visits;
    }

    /**
     * Stands on the payload of another cell.
     *
     * @param at where the payload begins in the page's bytes
     * @param newLength of the whole payload
     */
    void standAt(TreePage tree, int at, long newLength) throws DamagedFileException {
        page = tree.number();
        if (newLength < 0 || newLength > mostBytes()) {
            throw new DamagedFileException(page, "a row is longer than the file");
        }
        local = overflow.layout().local(tree.kind(), newLength);
        int pointer = newLength > local ? PageLayout.OVERFLOW_HEADER : 0;
        if (at + local + pointer > tree.end()) {
            throw new DamagedFileException(page, "a row runs over its end");
        }
        cell = tree.bytes();
        start = at;
        length = newLength;
        chainPlace = -1;
        chainFurthest = -1;
    }

    /** No array holds more, and no file holds a row that is longer than itself. */
    private long mostBytes() {
        return Math.min(
                Integer.MAX_VALUE - Long.BYTES,
                overflow.pages() * overflow.layout().usable());
    }

    /** The page that the cell stands in, for people. */
    long page() {
        return page;
    }

    long length() {
        return length;
    }

    /** Whether some bytes from the first on stand in the cell. */
    boolean isInCell(long end) {
        return end <= local;
    }

    /** The array that holds the bytes in the cell. */
    byte[] cell() {
        return cell;
    }

    /** Where the payload begins in {@link #cell()}. */
    int start() {
        return start;
    }

    /** Copies some bytes, which must not end behind the payload. */
    void read(long offset, byte[] into, int wanted) throws IOException {
        int done = 0;
        if (offset < local) {
            done = (int) Math.min(wanted, local - offset);
            System.arraycopy(cell, start + (int) offset, into, 0, done);
        }
        int capacity = overflow.layout().overflowCapacity();
        while (done < wanted) {
            long beyond = offset + done - local;
            int at = goTo(beyond / capacity) + PageLayout.OVERFLOW_HEADER;
            int inPage = (int) (beyond % capacity);
            int part = Math.min(wanted - done, capacity - inPage);
            System.arraycopy(overflow.bytes(), at + inPage, into, done, part);
            done += part;
        }
    }

    /** Goes along the chain; returns where the page begins in the bytes of the window. */
    private int goTo(long place) throws IOException {
        if (chainPlace < 0 || place < chainPlace) {
            chainPlace = 0;
            chainPage = TreePage.unsignedInt(cell, start + local);
            visit(page);
        }
        int at = overflow.load(chainPage, page);
        while (chainPlace < place) {
            long from = chainPage;
            chainPage = TreePage.unsignedInt(overflow.bytes(), at);
            chainPlace++;
            visit(from);
            at = overflow.load(chainPage, from);
        }
        return at;
    }

    private void visit(long from) throws DamagedFileException {
        if (chainPlace > chainFurthest) {
            chainFurthest = chainPlace;
            visits.add(from);
        }
    }
}

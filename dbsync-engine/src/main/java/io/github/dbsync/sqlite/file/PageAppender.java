package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Puts pages behind the last one of a file, in sequence. Left out are the page that holds the byte that others lock and, in a
 * file that vacuums itself, the pages of the pointer map, which are kept meanwhile. Not thread-safe.
 */
final class PageAppender {

    private static final int BUFFER_BYTES = 1 << 18;

    private final FileChannel channel;
    private final PageLayout layout;
    private final @Nullable PointerMap pointerMap;
    private final ByteBuffer buffer;
    private long last;
    private long next;
    private long firstInBuffer;

    /**
     * @param pages how many pages the file has
     * @param pointerMap of a file that vacuums itself, else null
     */
    PageAppender(FileChannel channel, PageLayout layout, long pages, @Nullable PointerMap pointerMap) {
        this.channel = channel;
        this.layout = layout;
        this.pointerMap = pointerMap;
        this.buffer = ByteBuffer.allocate(Math.max(BUFFER_BYTES, layout.pageSize()));
        this.last = pages;
        this.next = after(pages);
        this.firstInBuffer = next;
    }

    PageLayout layout() {
        return layout;
    }

    /** The number of the page that is appended next. */
    long next() {
        return next;
    }

    /** The number of the page that is appended after another. */
    long after(long page) {
        long after = page + 1;
        while (isLeftOut(after)) {
            after++;
        }
        return after;
    }

    private boolean isLeftOut(long page) {
        return page == layout.lockBytePage() || (pointerMap != null && layout.isPointerMap(page));
    }

    /** Appends a complete page of a b-tree, which may be used again afterwards; returns its number. */
    long append(byte[] page) throws IOException {
        if (pointerMap != null) {
            pointerMap.noteTree(next, page);
        }
        return put(page);
    }

    /** Appends an overflow page, which may be used again afterwards, and which names the next one of its chain. */
    void appendOverflow(byte[] page) throws IOException {
        long following = TreePage.unsignedInt(page, 0);
        if (pointerMap != null && following > 0) {
            pointerMap.noteChain(next, following);
        }
        put(page);
    }

    private long put(byte[] page) throws IOException {
        last = next;
        if (buffer.remaining() < layout.pageSize() || last != firstInBuffer + buffer.position() / layout.pageSize()) {
            flushBuffer();
        }
        buffer.put(page, 0, layout.pageSize());
        next = after(last);
        return last;
    }

    /** Gives another content to a page of a b-tree that was there before. */
    void replace(long page, byte[] content) throws IOException {
        if (pointerMap != null) {
            pointerMap.noteTree(page, content);
        }
        write(ByteBuffer.wrap(content, 0, layout.pageSize()), layout.offset(page));
    }

    /** Writes what is not yet in the file; returns how many pages it has now. */
    long flush() throws IOException {
        flushBuffer();
        if (pointerMap != null) {
            pointerMap.flush();
        }
        return last;
    }

    private void flushBuffer() throws IOException {
        buffer.flip();
        write(buffer, layout.offset(firstInBuffer));
        buffer.clear();
        firstInBuffer = next;
    }

    private void write(ByteBuffer bytes, long offset) throws IOException {
        long position = offset;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }
}

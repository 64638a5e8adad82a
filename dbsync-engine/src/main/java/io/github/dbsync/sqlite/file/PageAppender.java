package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Puts pages behind the last one of a file, in sequence; the page that holds the byte that others lock is left out. Not
 * thread-safe.
 */
final class PageAppender {

    private static final int BUFFER_BYTES = 1 << 18;

    private final FileChannel channel;
    private final PageLayout layout;
    private final long lockBytePage;
    private final ByteBuffer buffer;
    private long next;
    private long firstInBuffer;

    /**
     * @param pages how many pages the file has
     * @param lockBytePage the page that is left out
     */
    PageAppender(FileChannel channel, PageLayout layout, long pages, long lockBytePage) {
        this.channel = channel;
        this.layout = layout;
        this.lockBytePage = lockBytePage;
        this.buffer = ByteBuffer.allocate(Math.max(BUFFER_BYTES, layout.pageSize()));
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
        return page + 1 == lockBytePage ? page + 2 : page + 1;
    }

    /** Appends a page, which may be used again afterwards; returns its number. */
    long append(byte[] page) throws IOException {
        long number = next;
        if (buffer.remaining() < layout.pageSize() || number != firstInBuffer + buffer.position() / layout.pageSize()) {
            flush();
        }
        buffer.put(page, 0, layout.pageSize());
        next = after(number);
        return number;
    }

    /** Gives another content to a page that was there before. */
    void replace(long page, byte[] content) throws IOException {
        write(ByteBuffer.wrap(content, 0, layout.pageSize()), layout.offset(page));
    }

    /** Writes what is not yet in the file; returns how many pages it has now. */
    long flush() throws IOException {
        buffer.flip();
        write(buffer, layout.offset(firstInBuffer));
        buffer.clear();
        firstInBuffer = next;
        return next - 1 == lockBytePage ? next - 2 : next - 1;
    }

    private void write(ByteBuffer bytes, long offset) throws IOException {
        long position = offset;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }
}

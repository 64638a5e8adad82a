package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A database file whose empty tables and indexes are filled at one go: their pages are put behind the last one, and their roots
 * are written in the pages that the schema names. SQLite made the file and has no transaction on it meanwhile; afterwards it
 * sees by the change counter that what it has in its cache is old. Where {@link #finish()} is not reached, the
 * file is to be thrown away. Not thread-safe.
 */
public final class BulkFile implements AutoCloseable {

    /** What SQLite has written for every new file since 2006. */
    private static final int SCHEMA_FORMAT = 4;

    private final FileChannel channel;
    private final FileHeader header;
    private final PageAppender pages;

    private BulkFile(FileChannel channel, FileHeader header, PageAppender pages) {
        this.channel = channel;
        this.header = header;
        this.pages = pages;
    }

    /**
     * Opens a file.
     *
     * @throws IOException where it cannot be read, or is none of SQLite's
     */
    public static BulkFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileHeader header = FileHeader.read(read(channel, 0, FileHeader.LENGTH));
            PageLayout layout = header.layout();
            long there = header.knowsPages() ? header.pages() : channel.size() / layout.pageSize();
            PointerMap pointerMap = header.largestRoot() == 0 ? null : new PointerMap(channel, layout);
            return new BulkFile(channel, header, new PageAppender(channel, layout, there, pointerMap));
        } catch (IOException unreadable) {
            channel.close();
            throw unreadable;
        }
    }

    /** Whether the file is as SQLite makes a new one, and without a log. */
    public boolean isUsual() {
        return header.layout().reserved() == 0 && header.schemaFormat() == SCHEMA_FORMAT && !header.logged();
    }

    /** Whether the b-tree of a table or index has nothing in it. */
    public boolean isEmpty(long root) throws IOException {
        byte[] page = read(channel, header.layout().offset(root), PageKind.TABLE_LEAF.headerLength());
        boolean isLeaf = PageKind.of(page[0]).map(PageKind::isLeaf).orElse(false);
        return isLeaf && page[3] == 0 && page[4] == 0;
    }

    public TextEncoding encoding() {
        return header.encoding();
    }

    /** Fills a table that is empty, and whose rows have rowids. */
    public TableTreeWriter table(long root) {
        return new TableTreeWriter(pages, root);
    }

    /** Fills an index that is empty. */
    public IndexTreeWriter index(long root) {
        return new IndexTreeWriter(pages, root);
    }

    /** Makes what was written part of the database. */
    public void finish() throws IOException {
        FileHeader grown = header.grown(pages.flush());
        ByteBuffer bytes = ByteBuffer.wrap(grown.bytes());
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static byte[] read(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new DamagedFileException(1, "the file ends too early");
            }
        }
        return bytes.array();
    }
}

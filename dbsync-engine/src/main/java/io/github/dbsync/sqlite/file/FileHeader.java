package io.github.dbsync.sqlite.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first hundred bytes of a file (SQLite docs, "Database File Format", 1.3).
 *
 * @param layout the size of the pages
 * @param logged whether the file is in WAL mode
 * @param changeCounter counts the transactions that changed the file
 * @param pages how many pages the file has, as its last writer says
 * @param firstFreelistTrunk the first page of the freelist, or 0
 * @param freePages how many pages are free
 * @param schemaCookie counts the changes of the schema
 * @param schemaFormat 1 to 4
 * @param cacheSize the suggested size of the page cache
 * @param largestRoot the greatest root page of a file that vacuums itself, or 0
 * @param encoding of all texts
 * @param userVersion the application's own number
 * @param incrementalVacuum whether it vacuums itself only when told
 * @param applicationId says which application's file it is
 * @param versionValidFor the change counter when the number of pages was written
 * @param sqliteVersion of the library that wrote last, such as 3054001
 */
public record FileHeader(
        PageLayout layout,
        boolean logged,
        int changeCounter,
        long pages,
        long firstFreelistTrunk,
        long freePages,
        int schemaCookie,
        int schemaFormat,
        int cacheSize,
        long largestRoot,
        TextEncoding encoding,
        int userVersion,
        boolean incrementalVacuum,
        int applicationId,
        int versionValidFor,
        int sqliteVersion) {

    /** The bytes that a header takes. */
    public static final int LENGTH = 100;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PAYLOAD_FRACTIONS = {64, 32, 32};
    private static final byte ROLLBACK = 1;
    private static final byte LOGGED = 2;

    /**
     * Reads a header.
     *
     * @param bytes begins with it
     * @throws DamagedFileException where it is none that this class understands
     */
    public static FileHeader read(byte[] bytes) throws DamagedFileException {
        ByteBuffer header = ByteBuffer.wrap(bytes, 0, LENGTH);
        check(Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length)), "the file does not begin as SQLite's do");
        check(
                header.get(18) == header.get(19) && (header.get(18) == ROLLBACK || header.get(18) == LOGGED),
                "unknown version of the file format");
        check(Arrays.equals(PAYLOAD_FRACTIONS, Arrays.copyOfRange(bytes, 21, 24)), "unknown payload fractions");
        return new FileHeader(
                layout(header.getShort(16), header.get(20)),
                header.get(18) == LOGGED,
                header.getInt(24),
                unsigned(header, 28),
                unsigned(header, 32),
                unsigned(header, 36),
                header.getInt(40),
                header.getInt(44),
                header.getInt(48),
                unsigned(header, 52),
                TextEncoding.of(header.getInt(56)).orElseThrow(() -> damaged("unknown encoding")),
                header.getInt(60),
                header.getInt(64) != 0,
                header.getInt(68),
                header.getInt(92),
                header.getInt(96));
    }

    private static long unsigned(ByteBuffer header, int at) {
        return Integer.toUnsignedLong(header.getInt(at));
    }

    /** The largest size does not fit two bytes, and is written as 1. */
    private static PageLayout layout(short written, byte reserved) throws DamagedFileException {
        int size = written == 1 ? PageLayout.LARGEST_PAGE : Short.toUnsignedInt(written);
        try {
            return new PageLayout(size, Byte.toUnsignedInt(reserved));
        } catch (IllegalArgumentException impossible) {
            throw damaged(String.valueOf(impossible.getMessage()));
        }
    }

    private static void check(boolean sound, String why) throws DamagedFileException {
        if (!sound) {
            throw damaged(why);
        }
    }

    private static DamagedFileException damaged(String why) {
        return new DamagedFileException(1, why);
    }

    /** Whether the last writer is known to have counted the pages; else the file's length says how many there are. */
    public boolean knowsPages() {
        return pages > 0 && changeCounter == versionValidFor;
    }

    /** The header after one more change, by a writer that counted the pages. */
    FileHeader grown(long newPages) {
        return new FileHeader(
                layout,
                logged,
                changeCounter + 1,
                newPages,
                firstFreelistTrunk,
                freePages,
                schemaCookie,
                schemaFormat,
                cacheSize,
                largestRoot,
                encoding,
                userVersion,
                incrementalVacuum,
                applicationId,
                changeCounter + 1,
                sqliteVersion);
    }

    /** The header as it stands in the file. */
    public byte[] bytes() {
        ByteBuffer header = ByteBuffer.allocate(LENGTH);
        header.put(0, MAGIC);
        header.putShort(16, (short) (layout.pageSize() == PageLayout.LARGEST_PAGE ? 1 : layout.pageSize()));
        header.put(18, logged ? LOGGED : ROLLBACK);
        header.put(19, logged ? LOGGED : ROLLBACK);
        header.put(20, (byte) layout.reserved());
        header.put(21, PAYLOAD_FRACTIONS);
        header.putInt(24, changeCounter);
        header.putInt(28, (int) pages);
        header.putInt(32, (int) firstFreelistTrunk);
        header.putInt(36, (int) freePages);
        header.putInt(40, schemaCookie);
        header.putInt(44, schemaFormat);
        header.putInt(48, cacheSize);
        header.putInt(52, (int) largestRoot);
        header.putInt(56, encoding.number());
        header.putInt(60, userVersion);
        header.putInt(64, incrementalVacuum ? 1 : 0);
        header.putInt(68, applicationId);
        header.putInt(92, versionValidFor);
        header.putInt(96, sqliteVersion);
        return header.array();
    }
}

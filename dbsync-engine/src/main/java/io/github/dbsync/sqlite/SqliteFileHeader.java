package io.github.dbsync.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at the first bytes of a file that SQLite does not take for its own. */
final class SqliteFileHeader {

    private static final int SAMPLE = 4096;

    /** An encrypted page of this size has about 7.95 bits of entropy a byte; text has 4 to 5. */
    private static final double RANDOM_BITS = 7.5;

    private static final int SMALLEST_SAMPLE = 1024;

    private SqliteFileHeader() {}

    /** Whether the file begins with what only encryption makes: pages of random bytes, and nothing before them. */
    static boolean looksEncrypted(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] sample = content.readNBytes(SAMPLE);
            return sample.length >= SMALLEST_SAMPLE && !isCompressed(sample) && entropy(sample) > RANDOM_BITS;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Zip, gzip, bzip2, xz and zstd are as random, but say what they are. */
    private static boolean isCompressed(byte[] sample) {
        int first = ((sample[0] & 0xFF) << 8) | (sample[1] & 0xFF);
        return first == 0x504B || first == 0x1F8B || first == 0x425A || first == 0xFD37 || first == 0x28B5;
    }

    private static double entropy(byte[] sample) {
        int[] counts = new int[256];
        for (byte b : sample) {
            counts[b & 0xFF]++;
        }
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / sample.length;
                entropy -= share * Math.log(share) / Math.log(2);
            }
        }
        return entropy;
    }
}

package io.github.dbsync.sqlite.file;

import java.io.IOException;

/** The bytes of a file, read by their place. */
@FunctionalInterface
public interface FileBytes {

    /**
     * Reads some bytes.
     *
     * @param at the place of the first in the file
     * @param into where they are put, from its beginning on
     * @param length how many are wanted
     * @return how many were read; fewer only where the file ends before
     */
    int read(long at, byte[] into, int length) throws IOException;
}

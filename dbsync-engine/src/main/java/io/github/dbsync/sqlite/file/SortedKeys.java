package io.github.dbsync.sqlite.file;

import java.io.IOException;

/** Keys in their order, one after the other. */
public interface SortedKeys {

    /** Goes on to the next key; false where there is none. */
    boolean next() throws IOException;

    /** Holds the key, until the next one is asked for. */
    byte[] bytes();

    /** Where the key begins in {@link #bytes()}. */
    int start();

    int length();

    /** The key's {@link KeyOrder#prefix}. */
    long prefix();
}

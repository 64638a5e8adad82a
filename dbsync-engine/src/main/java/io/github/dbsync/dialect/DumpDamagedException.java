package io.github.dbsync.dialect;

import java.io.IOException;

/** A script does not say what it must say at a place. The message tells what was expected, never what stands there. */
public final class DumpDamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    public DumpDamagedException(String expected) {
        super(expected);
    }
}

package io.github.dbsync.sqlite.file;

import java.io.IOException;

/** A page of a file is not what the file format says it must be. The message is a half sentence that names the page. */
public final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param page the page's number, from 1
     * @param why a half sentence without values of the data
     */
    public DamagedFileException(long page, String why) {
        super("page " + page + ": " + why);
    }
}

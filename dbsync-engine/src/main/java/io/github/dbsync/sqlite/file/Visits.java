package io.github.dbsync.sqlite.file;

/** Counts the pages that a scan has come to: in a sound file it comes to each at most once, so that it must end. */
final class Visits {

    private final long pages;
    private long count;

    /** @param pages how many the file has */
    Visits(long pages) {
        this.pages = pages;
    }

    void add(long page) throws DamagedFileException {
        if (++count > pages) {
            throw new DamagedFileException(page, "pages are used more than once");
        }
    }
}

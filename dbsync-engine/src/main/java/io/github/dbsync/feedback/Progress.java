package io.github.dbsync.feedback;

/**
 * What the engine tells while it works. Implementations are called from several threads and must be quick; the engine
 * calls {@link #rows} some times a second at most per table.
 */
public interface Progress {

    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void stage(String stage) {}

        @Override
        public void rows(String table, long done, long total) {}
    };

    /** A stage of the flow begins, such as "transfer". */
    void stage(String stage);

    /**
     * Some rows of a table are done.
     *
     * @param table the table's name as the user knows it
     * @param done rows done so far
     * @param total rows expected, or -1 where nobody knows
     */
    void rows(String table, long done, long total);
}

package io.github.dbsync.bench;

/**
 * Somebody who moves the rows, or does the part of it that nobody can do without.
 *
 * @param name as it is called in results
 * @param direction which way it moves them
 * @param command the whole run
 */
record Contender(String name, Direction direction, Command command) {

    /** Which way rows go. */
    enum Direction {
        /** SQLite to PostgreSQL. */
        IN("SQLite to PostgreSQL"),
        /** PostgreSQL to SQLite. */
        OUT("PostgreSQL to SQLite");

        private final String title;

        Direction(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}

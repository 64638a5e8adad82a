package io.github.dbsync.postgres;

/**
 * An object of a database.
 *
 * @param catalog the number of the system catalog that lists it
 * @param number its number there
 */
record ObjectId(long catalog, long number) {

    /** The number of {@code pg_class} itself, the same in every database. */
    private static final long PG_CLASS = 1259;

    /** A table, index, sequence, view or other relation. */
    static ObjectId ofRelation(long number) {
        return new ObjectId(PG_CLASS, number);
    }
}

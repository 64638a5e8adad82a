package io.github.dbsync.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What is asked of PostgreSQL's system catalogs; the queries stand in {@code CatalogMapper.xml}. */
interface CatalogMapper extends OtherObjectsMapper {

    /** Tables that hold rows, and their partitions. */
    List<TableRow> tables(@Nullable @Param("schema") String schema);

    /** What tables have from those that they inherit from. */
    List<InheritedColumnRow> inheritedColumns(@Nullable @Param("schema") String schema);

    /** The indexes of partitions that belong to an index of the partitioned table. */
    List<AttachedIndexRow> attachedIndexes(@Nullable @Param("schema") String schema);

    List<ColumnRow> columns(@Nullable @Param("schema") String schema);

    List<SequenceRow> sequences(@Nullable @Param("schema") String schema);

    /** The states of sequences, each read from the sequence itself. */
    List<SequenceState> sequenceStates(@Param("sequences") List<SequenceRow> sequences);

    List<ConstraintRow> constraints(@Nullable @Param("schema") String schema);

    List<IndexRow> indexes(@Nullable @Param("schema") String schema);

    List<IndexPartRow> indexParts(@Nullable @Param("schema") String schema);

    /** What needs what, among everything that is not PostgreSQL's own. */
    List<DependencyRow> dependencies();

    /** The types of the columns of all tables, in whatever schema of the user or of the memory. */
    List<TypeRow> columnTypes();

    /** Whether text without a collation of its own is compared byte by byte. */
    boolean comparesBytes();

    /**
     * A table or a partition.
     *
     * @param options what else CREATE TABLE says, such as {@code UNLOGGED}
     * @param partitionKey what decides in which of its partitions a row is, or null where it has none
     * @param partitionBound what rows it takes where it is a partition, else null
     * @param partitionOf the table that it is a partition of, or null
     */
    record TableRow(
            long id,
            String schema,
            String name,
            List<String> options,
            @Nullable String partitionKey,
            @Nullable String partitionBound,
            @Nullable Long partitionOf) {}

    /**
     * A column of a parent of a table.
     *
     * @param name its name, or null where the parent has no columns
     * @param notNullConstraint the name of the NOT NULL constraint that the table has of it from its parents only, or null
     */
    record InheritedColumnRow(
            long tableId,
            String parentSchema,
            String parentTable,
            @Nullable String name,
            @Nullable Boolean notNull,
            @Nullable String notNullConstraint) {}

    /** @param whole the index of the partitioned table that it is a part of */
    record AttachedIndexRow(long tableId, String name, String whole) {}

    /**
     * A column.
     *
     * @param number its number in its table
     * @param builtin the name of its type where that is one of PostgreSQL's own base types, else null
     * @param modifier the type modifier, or -1
     * @param expression its default or what it is generated from, or null
     * @param identity {@code a} for ALWAYS, {@code d} for BY DEFAULT, else empty
     * @param generated {@code s} for STORED, {@code v} for VIRTUAL, else empty
     * @param own whether the table declares it itself, be it inherited or not
     */
    record ColumnRow(
            long tableId,
            int number,
            String name,
            @Nullable String builtin,
            int modifier,
            String declared,
            boolean nullable,
            @Nullable String expression,
            String identity,
            String generated,
            boolean own,
            @Nullable String collation) {}

    /** The type of a column of a table, as in {@link ColumnRow}. */
    record TypeRow(
            String schema,
            String table,
            String name,
            @Nullable String builtin,
            int modifier,
            String declared) {}

    /**
     * A sequence.
     *
     * @param quoted its qualified name as SQL says it
     * @param ownerTable the table of the column that owns it, or null
     * @param ownerColumn the number of that column, or null
     * @param nextValue the default that takes its next value, as PostgreSQL prints it
     */
    record SequenceRow(
            long id,
            String schema,
            String name,
            String quoted,
            String type,
            long start,
            long increment,
            long min,
            long max,
            long cache,
            boolean cycle,
            @Nullable Long ownerTable,
            @Nullable Integer ownerColumn,
            String nextValue) {}

    record SequenceState(long id, long lastValue, boolean called) {}

    /**
     * A constraint.
     *
     * @param kind as {@code pg_constraint.contype} has it
     * @param condition what a CHECK says, without outer parentheses, or null
     * @param own whether the table declares it itself, be it inherited or not
     * @param inherited whether it is inherited, be it declared again or not
     */
    record ConstraintRow(
            long tableId,
            String name,
            String kind,
            String definition,
            List<String> columns,
            @Nullable String parentSchema,
            @Nullable String parentTable,
            List<String> parentColumns,
            String onDelete,
            String onUpdate,
            boolean deferrable,
            boolean deferred,
            @Nullable String condition,
            boolean own,
            boolean inherited) {}

    record IndexRow(
            long id,
            long tableId,
            String name,
            boolean uniqueIndex,
            String method,
            String definition,
            @Nullable String condition) {}

    /** @param expression the part as PostgreSQL prints it where it is not a column, else null */
    record IndexPartRow(
            long indexId,
            @Nullable String columnName,
            @Nullable String expression,
            boolean descending,
            boolean nullsFirst,
            @Nullable String collation) {}

    /**
     * An object that is neither a table nor a sequence.
     *
     * @param rank the order in which kinds of objects are made
     * @param place the order within a rank; those without one come first
     * @param classId the system catalog that lists the object, or what it is said of
     * @param objectId its number there
     * @param removal the statement that removes it, or null where it goes with something else
     * @param requirements as {@link io.github.dbsync.catalog.OtherObject#requirements}
     */
    record OtherRow(
            String kind,
            String schema,
            String name,
            @Nullable String tableSchema,
            @Nullable String tableName,
            @Nullable String definition,
            int rank,
            @Nullable Long place,
            long classId,
            long objectId,
            @Nullable String removal,
            List<String> requirements) {

        ObjectId id() {
            return new ObjectId(classId, objectId);
        }
    }

    /** An object, and another one that it needs, each as in {@link OtherRow}. */
    record DependencyRow(long classId, long objectId, long neededClassId, long neededId) {}
}

package io.github.dbsync.dialect;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.query.ViewDialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one database system says things. Pure: no method of a dialect does any I/O. Thread-safe. */
public interface Dialect {

    /** {@code sqlite} or {@code postgresql}. */
    String id();

    /** A name that a table can have here, made from one that it cannot have, or that another table has. */
    String alternative(String name);

    /** A name as this dialect quotes it, always quoted. */
    String quote(String name);

    /**
     * Says tables of another dialect in this one, with the same meaning. What cannot be said is left out of the result and
     * named in its ledger. Names that each table has to itself at home but shares with all of them here, such as PostgreSQL's
     * constraint and index names, are settled among them.
     *
     * @param foreign the tables as their own dialect has them, already under the names that they get here; their columns'
     *     logical types are those that their rows were proven to fit
     * @param others the other objects of their database, which their types may be among
     * @return one translation for each table, in their order: the table to make, with the same logical types column by column
     */
    List<Translation> translate(List<Table> foreign, List<OtherObject> others);

    /** How this dialect reads and writes views. */
    ViewDialect views();

    /**
     * The statements that make a sequence that no column owns, with its state. They run before any table is made.
     *
     * @return none where the dialect knows no such sequences
     */
    default List<Statement> create(Sequence sequence) {
        return List.of();
    }

    /** The statements that make a table of this dialect. */
    Script create(Table table);

    /** What the scripts of all tables say in the end, once every table and its keys are there. */
    default List<Statement> afterAllRows(List<Script> scripts) {
        return scripts.stream()
                .flatMap(script -> script.afterAllRows().stream())
                .toList();
    }

    /**
     * The statements by which a column that numbers rows goes on behind those that its table has, where nobody knows what it
     * would have given out.
     *
     * @return none where it does so by itself
     */
    default List<Statement> goOnBehindRows(Table table, Column column) {
        return List.of();
    }

    /**
     * The statements that remove tables, all of them together, so that foreign keys among them are not in the way; never
     * with CASCADE.
     *
     * @param tables the tables to remove; none where empty
     */
    List<Statement> drop(List<Table> tables);

    /** The statement that removes a sequence that no column owns; it may be gone already. Empty where there are none. */
    default Optional<Statement> drop(Sequence sequence) {
        return Optional.empty();
    }

    /**
     * How this dialect says a whole database as a script.
     *
     * @param settings the database's own settings, from {@link io.github.dbsync.catalog.Catalog#settings()}
     */
    DumpFormat dump(Map<String, String> settings);

    /**
     * How tables get other rows and stay as they are. Triggers are quiet meanwhile, and foreign keys hold afterwards, those of
     * other tables too.
     *
     * @param tables the tables that get other rows
     * @param present all that is at the target now
     */
    Refill refill(List<RefilledTable> tables, Catalog present);

    /**
     * The table in which this database's memory keeps the rows of an auxiliary table of another dialect.
     *
     * @param number of the table among all that are kept, from 1
     * @return empty where this dialect's memory keeps no rows
     */
    default Optional<Table> keep(Table auxiliary, int number) {
        return Optional.empty();
    }

    /**
     * The statements that bring an object of this dialect up to date after it was made again, where rows that it covers and
     * does not keep have changed meanwhile.
     *
     * @return none where nothing can, or nothing needs to
     */
    default List<Statement> refresh(OtherObject object) {
        return List.of();
    }

    /** Cuts a script that somebody wrote into its statements. */
    List<ScriptStatement> statements(String script);

    /**
     * Whether a sync replaces the whole database (a SQLite file) rather than the tables that it brings (PostgreSQL); then
     * nothing needs to be dropped.
     */
    boolean replacesWholeDatabase();

    /** Whether this dialect's declared types do not say what values mean, so that column rules speak of its columns. */
    boolean isRuled();

    /**
     * Whether a table that this database has of itself, such as an extension's or a shadow table, is none of the user's and
     * is left alone on both ends.
     */
    boolean isOwn(OtherObject object);
}

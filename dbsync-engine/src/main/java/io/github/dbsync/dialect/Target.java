package io.github.dbsync.dialect;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.memory.Memory;
import java.util.List;
import java.util.Map;

/**
 * A database to be written, all or nothing: nobody else sees anything before {@link #commit()}, and without it everything is
 * as before. Used by one thread at a time. Every method throws {@link io.github.dbsync.feedback.DbSyncException} where the
 * database refuses.
 */
public interface Target extends Inventory, AutoCloseable {

    /**
     * Keeps a second sync out, and other writers away from what is replaced, before anything is changed. Others may still read.
     *
     * @param replaced the tables that are there and will be others, or have other rows
     */
    void hold(List<QualifiedName> replaced);

    /**
     * Begins; without {@link #hold} before, other writers are kept away from here on.
     *
     * @param beginning what is there then
     */
    void begin(Beginning beginning);

    /** Begins a target that is made anew, as {@link Beginning#anew} says. */
    default void begin(Map<String, String> settings) {
        begin(Beginning.anew(settings));
    }

    void execute(Statement statement);

    /** Executes some statements in their order; who waits long for each answer may wait once for all. */
    default void execute(List<Statement> statements) {
        statements.forEach(this::execute);
    }

    /** Takes the rows of a table that was made or emptied since {@link #begin}. */
    RowWriter write(Table table);

    /** Keeps a memory with the database, in the place of any before; an empty one leaves no trace. */
    void remember(Memory memory);

    /**
     * Says that everything is written. What the database itself checks of it, it may check from now on, beside whatever its user
     * does; {@link #commit()} has the outcome, and checks what was not.
     */
    default void beginProof() {}

    /** Reads back what was written and is not yet committed. Closed by its user before {@link #commit()}. */
    Source written();

    /** Makes everything visible at once, safe against a crash. */
    void commit();

    /** Gives up whatever is not committed. */
    @Override
    void close();
}

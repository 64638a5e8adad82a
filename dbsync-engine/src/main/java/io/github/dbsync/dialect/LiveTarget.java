package io.github.dbsync.dialect;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.Optional;

/**
 * A database that stays and is given rows, in one transaction: nobody else sees anything before {@link #commit()}, and without
 * it everything is as before. Used by one thread at a time. Every method throws {@link DbSyncException} where the database
 * refuses.
 */
public interface LiveTarget extends AutoCloseable {

    /** The database as this transaction sees it. Closed by its user. */
    Source present();

    /** Keeps other writers from tables until the end, and puts off the check of the foreign keys among them. */
    void hold(List<Table> tables);

    /** Makes an empty temporary table with the stored columns of a table and their types; the one before is gone. */
    Table scratch(Table table);

    /** Takes the rows of a scratch table. */
    RowWriter write(Table scratch);

    /** Adds the rows of a scratch table to the table that it was made for. */
    void insert(Table scratch, Table table);

    /** Gives the rows of a table that have the keys of a scratch table its other values. */
    void update(Table scratch, Table table, List<String> key);

    void execute(Statement statement);

    /** Does something while plain names mean what they mean to the application. */
    default void asApplication(Runnable work) {
        work.run();
    }

    /**
     * Does something, or where it is refused leaves everything as it was before, and says why.
     *
     * @throws DbSyncException where somebody wants the work to stop
     */
    default Optional<Problem> attempt(Runnable work) {
        execute(new Statement("SAVEPOINT dbsync_attempt", "a step begins"));
        try {
            work.run();
            execute(new Statement("RELEASE SAVEPOINT dbsync_attempt", "a step ends"));
            return Optional.empty();
        } catch (DbSyncException refused) {
            execute(new Statement("ROLLBACK TO SAVEPOINT dbsync_attempt", "a step is given up"));
            if (refused.problem().code() == ProblemCode.INTERRUPTED) {
                throw refused;
            }
            return Optional.of(refused.problem());
        }
    }

    /** Lets the columns of held tables that number their rows go on behind the greatest number. */
    void goOn();

    /** Checks what was put off. */
    void settle();

    /** Makes everything visible at once, safe against a crash. */
    void commit();

    /** Gives up whatever is not committed. */
    @Override
    void close();
}

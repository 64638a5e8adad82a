package io.github.dbsync.plan;

import io.github.dbsync.dialect.Statement;

/** One step of a plan; the steps are carried out in their order, on the target. */
public sealed interface Step {

    /** Runs a statement. */
    record Execute(Statement statement) implements Step {}

    /** Moves the rows of a table. */
    record CopyRows(TablePlan table) implements Step {}
}

package io.github.dbsync.dialect;

import java.util.List;

/**
 * The statements that make one table, by when they run.
 *
 * @param beforeRows makes the table
 * @param afterRows keys, indexes, checks and sequences, once the table's rows are there
 * @param afterAllRows foreign keys, once every table and its keys are there
 */
public record Script(List<Statement> beforeRows, List<Statement> afterRows, List<Statement> afterAllRows) {

    public Script {
        beforeRows = List.copyOf(beforeRows);
        afterRows = List.copyOf(afterRows);
        afterAllRows = List.copyOf(afterAllRows);
    }
}

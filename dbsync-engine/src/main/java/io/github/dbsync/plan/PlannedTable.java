package io.github.dbsync.plan;

import io.github.dbsync.dialect.LedgerEntry;
import java.util.List;

/**
 * The plan of one table with its part of the ledger.
 *
 * @param table the plan
 * @param ledger what becomes of the table and of everything that hangs on it
 */
record PlannedTable(TablePlan table, List<LedgerEntry> ledger) {

    PlannedTable {
        ledger = List.copyOf(ledger);
    }
}

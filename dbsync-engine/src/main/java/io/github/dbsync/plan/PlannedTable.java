package io.github.dbsync.plan;

import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.feedback.Problem;
import java.util.List;

/**
 * The plan of one table with its part of the ledger and of the findings.
 *
 * @param table the plan
 * @param ledger what becomes of the table and of everything that hangs on it
 * @param findings what the user should know of it, beyond what its rows prove
 */
record PlannedTable(TablePlan table, List<LedgerEntry> ledger, List<Problem> findings) {

    PlannedTable {
        ledger = List.copyOf(ledger);
        findings = List.copyOf(findings);
    }
}

package io.github.dbsync.plan;

import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.stream.Stream;

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

    /** The same with more to say. */
    PlannedTable and(List<LedgerEntry> moreLedger, List<Problem> moreFindings) {
        return new PlannedTable(
                table,
                Stream.concat(ledger.stream(), moreLedger.stream()).toList(),
                Stream.concat(findings.stream(), moreFindings.stream()).toList());
    }
}

package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import java.util.ArrayList;
import java.util.List;

/** Notes, while one table is translated, what is not said with the same meaning. */
final class TranslationLedger {

    private final String table;
    private final List<LedgerEntry> entries = new ArrayList<>();

    TranslationLedger(Table table) {
        this.table = table.name().name();
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /** Something is said, but not in the same words. */
    void differs(String kind, String part, String note) {
        add(kind, part, Fate.TRANSLATED, note);
    }

    void remembered(String kind, String part, String note) {
        add(kind, part, Fate.REMEMBERED, note);
    }

    void refused(String kind, String part, String note) {
        add(kind, part, Fate.REFUSED, note);
    }

    /** The table itself cannot be said. */
    void refusedTable(String note) {
        entries.add(new LedgerEntry("table", table.isEmpty() ? "\"\"" : table, Fate.REFUSED, note));
    }

    /** Tells of a name that had to change. */
    void named(String kind, String wanted, String given) {
        if (!wanted.equals(given)) {
            differs(kind, wanted, "it is called " + given + ": " + reason(wanted));
        }
    }

    private static String reason(String wanted) {
        return Names.fits(wanted)
                ? "that name is taken by something else of the same schema"
                : "PostgreSQL's names end after " + Names.MAX_BYTES + " bytes";
    }

    private void add(String kind, String part, Fate fate, String note) {
        entries.add(new LedgerEntry(kind, table + "." + part, fate, note));
    }
}

package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says one table of SQLite in PostgreSQL. */
final class TableTranslator {

    private final Table table;
    private final Names relations;
    private final Map<QualifiedName, Table> tables;
    private final TranslationLedger ledger;

    /**
     * @param relations the names taken in the table's schema
     * @param tables all tables that are translated, as SQLite has them
     */
    TableTranslator(Table table, Names relations, Map<QualifiedName, Table> tables) {
        this.table = table;
        this.relations = relations;
        this.tables = tables;
        this.ledger = new TranslationLedger(table);
    }

    Translation translate() {
        refuseUnsayableNames();
        table.options()
                .forEach(
                        option -> ledger.remembered("table option", option, "PostgreSQL's tables have no such option"));
        if (table.rowNumbers() != null && table.rowNumbers().gaps()) {
            ledger.remembered("row numbers", "rowid", "they have gaps, and PostgreSQL's rows have no numbers");
        }
        ColumnTranslator columnTranslator = new ColumnTranslator(table, relations, ledger);
        List<Column> columns = columnTranslator.columns();
        SayableColumns sayable = new SayableColumns(table, columns);
        KeyTranslator keys = new KeyTranslator(table, sayable, relations, ledger);
        IndexTranslator indexTranslator = new IndexTranslator(table, sayable, relations, ledger);
        Table translated = new Table(
                table.name(),
                columns,
                keys.primaryKey(),
                keys.uniques(),
                new ForeignKeyTranslator(table, sayable, tables, ledger).foreignKeys(keys.constraintNames()),
                keys.checks(),
                indexes(indexTranslator),
                List.of(),
                null);
        return new Translation(translated, ledger.entries());
    }

    private List<Index> indexes(IndexTranslator translator) {
        List<Index> indexes = new ArrayList<>(translator.indexes());
        indexes.addAll(translator.caseBlindKeys());
        return indexes;
    }

    /** Rows are matched by column names, so that those cannot be shortened; nor can the table's. */
    private void refuseUnsayableNames() {
        if (table.lookupColumn("").isPresent()) {
            ledger.refused("column", "\"\"", "PostgreSQL has no empty names: rename it");
        }
        if (table.name().name().isEmpty()) {
            ledger.refusedTable("PostgreSQL has no empty names: rename it");
        }
        table.columns().stream()
                .map(Column::name)
                .filter(name -> !Names.fits(name))
                .forEach(name -> ledger.refused(
                        "column", name, "PostgreSQL's names end after " + Names.MAX_BYTES + " bytes: rename it"));
        table.columns().stream()
                .map(Column::name)
                .filter(SayableColumns.SYSTEM_COLUMNS::contains)
                .forEach(name ->
                        ledger.refused("column", name, "PostgreSQL has a system column of that name: rename it"));
        if (!Names.fits(table.name().name())) {
            ledger.refusedTable("PostgreSQL's names end after " + Names.MAX_BYTES + " bytes: rename it");
        }
    }
}

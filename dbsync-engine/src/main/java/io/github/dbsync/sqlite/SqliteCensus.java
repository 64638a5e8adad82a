package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.rules.ColumnRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves what the rows of a table fit. One pass over the table tries every column's declared type; only columns whose values
 * do not fit are gone over again.
 */
final class SqliteCensus {

    private final List<SqliteDatabase> connections;
    private final SqliteDatabase database;
    private final RowCursors cursors;
    private final Table table;
    private final List<ColumnTrial> trials;
    private final List<Problem> findings = new ArrayList<>();

    /** @param connections see the same database, and are used by one thread each */
    SqliteCensus(List<SqliteDatabase> connections, RowCursors cursors, Table table, boolean exact, ColumnRules rules) {
        this.connections = connections;
        this.database = connections.get(0);
        this.cursors = cursors;
        this.table = table;
        boolean strict = SqliteOptions.isStrict(table);
        Set<String> ranged = SqliteForeignKeyCheck.ranged(table);
        this.trials = table.storedColumns().stream()
                .filter(column -> !isRowid(column))
                .map(column -> new ColumnTrial(
                        column,
                        Affinity.of(column.type().declared(), strict),
                        exact,
                        ranged.contains(column.name()),
                        isRemembered(column, exact)
                                ? null
                                : rules.of(table.name(), column.name()).orElse(null)))
                .toList();
        table.columns()
                .forEach(column -> rules.of(table.name(), column.name())
                        .flatMap(rule -> RuleFindings.withoutEffect(table, column, rule, exact))
                        .ifPresent(findings::add));
    }

    /** What a column is by what is remembered of it, no rule changes. */
    static boolean isRemembered(Column column, boolean exact) {
        return exact || column.type().form() != null;
    }

    /** A rowid is an integer by the file format itself. Only one of a narrower type has something to prove. */
    static boolean isRowid(Column column) {
        Identity identity = column.identity();
        return identity != null && SqliteTypes.holdsEveryInteger(column.logical());
    }

    TableCensus take(SqliteForeignKeyCheck foreignKeys) {
        CensusRound round = new CensusRound(connections, cursors, table);
        RowSpan all = round.over(trials);
        List<ColumnTrial> open = trials.stream().filter(ColumnTrial::goesOn).toList();
        while (!open.isEmpty()) {
            round.over(open);
            open = open.stream().filter(ColumnTrial::goesOn).toList();
        }
        trials.forEach(this::report);
        Table proven = withUniqueForKeyWithNull(withProvenTypes());
        findings.addAll(foreignKeys.findings(table, all, (range, column) -> areWithin(range, column, all)));
        Table sound = proven.withForeignKeys(foreignKeys.soundKeys(table));
        return new TableCensus(SequenceRow.noted(withRowNumbers(sound, all.rows()), database), all.rows(), findings);
    }

    /** Rows that do not fit are refused anyway, and cannot be read. */
    private Table withRowNumbers(Table proven, long rows) {
        RowidCensus rowids = new RowidCensus(database, cursors, proven, rows);
        if (findings.stream().anyMatch(Problem::refuses) || !rowids.areHidden()) {
            return proven;
        }
        if (rows <= RowidCensus.MOST_ROWS) {
            return proven.withRowNumbers(rowids.take());
        }
        if (rowids.haveGaps()) {
            findings.add(SqliteFindings.rowidsLost(table, rows));
        }
        return proven;
    }

    private boolean areWithin(IntegerRange range, String column, RowSpan all) {
        return trials.stream()
                        .filter(trial -> trial.column().name().equals(column))
                        .anyMatch(trial -> trial.isWithin(range))
                || (isRowid(column) && all.rowids().filter(range::contains).isPresent());
    }

    private boolean isRowid(String column) {
        return table.lookupColumn(column).filter(SqliteCensus::isRowid).isPresent();
    }

    private void report(ColumnTrial trial) {
        Misfit weakenedBy = trial.weakenedBy();
        Column proven = trial.proven();
        if (trial.rule() != null) {
            RuleFindings.of(table, trial, trial.rule()).ifPresent(findings::add);
        } else if (!trial.fits()) {
            findings.add(doesNotFit(trial));
        } else if (weakenedBy != null && isPromised(trial.column())) {
            findings.add(SqliteFindings.typeChanged(
                    table,
                    trial.column(),
                    proven.logical(),
                    weakenedBy,
                    trial.weakenings().first(),
                    trial.weakenings().count()));
        } else if (isPromised(trial.column())
                && !proven.logical().getClass().equals(trial.column().logical().getClass())) {
            findings.add(SqliteFindings.otherTemporal(table, trial.column(), proven.logical()));
        } else if (trial.notReversible() > 0) {
            findings.add(SqliteFindings.formNotKept(table, proven, trial.notReversible()));
        }
    }

    /** A column without a type promises nothing: it is what is found in it. */
    private static boolean isPromised(Column column) {
        return !column.type().declared().isEmpty();
    }

    private Problem doesNotFit(ColumnTrial trial) {
        String first = trial.misfits().first();
        long count = trial.misfits().count();
        return trial.isExact()
                ? SqliteFindings.doesNotFitExactly(table, trial.tried(), trial.misfit(), first, count)
                : SqliteFindings.doesNotFit(table, trial.tried(), trial.misfit(), first, count);
    }

    private Table withProvenTypes() {
        Map<String, Column> proven =
                trials.stream().map(ColumnTrial::proven).collect(Collectors.toMap(Column::name, Function.identity()));
        return table.withColumns(table.columns().stream()
                .map(column -> proven.getOrDefault(column.name(), column))
                .toList());
    }

    /** SQLite lets null into primary keys (docs, "CREATE TABLE", 3.5), PostgreSQL does not. */
    private Table withUniqueForKeyWithNull(Table proven) {
        Key key = proven.primaryKey();
        if (key == null) {
            return proven;
        }
        List<ColumnTrial> nulls = trials.stream()
                .filter(trial -> key.columns().contains(trial.column().name())
                        && trial.nulls().count() > 0)
                .toList();
        nulls.forEach(trial -> findings.add(SqliteFindings.nullInPrimaryKey(
                table, trial.column(), trial.nulls().first(), trial.nulls().count())));
        return nulls.isEmpty() ? proven : withUniqueInsteadOf(key, proven);
    }

    private static Table withUniqueInsteadOf(Key key, Table table) {
        return new Table(
                table.name(),
                table.columns(),
                null,
                Stream.concat(Stream.of(key), table.uniques().stream()).toList(),
                table.foreignKeys(),
                table.checks(),
                table.indexes(),
                table.options(),
                table.definition());
    }
}

package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of which every rowid between the least and the greatest is there: what refers to one of them needs no search. Each is
 * asked for once. Not thread-safe.
 */
final class GaplessRowids {

    private final SqliteDatabase database;
    private final Map<QualifiedName, Optional<IntegerRange>> known = new HashMap<>();

    GaplessRowids(SqliteDatabase database) {
        this.database = database;
    }

    /** Notes all rows of a table, once somebody went over them. */
    void note(Table table, RowSpan rows) {
        if (rows.rowids().isPresent()) {
            known.put(table.name(), rows.gapless());
        }
    }

    /** A table's rowids, where none is missing between the least and the greatest; empty where some are, or where there are no rows. */
    Optional<IntegerRange> of(Table table) {
        return known.computeIfAbsent(table.name(), name -> ask(table));
    }

    private Optional<IntegerRange> ask(Table table) {
        return RowQuery.rowid(table)
                .flatMap(rowid ->
                        ask(SqliteNames.quote(table.name().name()), rowid).gapless());
    }

    /** Each of these by itself, for SQLite goes over all rows where it is asked for several at once. */
    private RowSpan ask(String table, String rowid) {
        String from = " FROM " + table + ")";
        String sql = "SELECT (SELECT count(*)" + from + ", (SELECT min(" + rowid + ")" + from + ", (SELECT max(" + rowid
                + ")" + from;
        try (PreparedStatement statement = database.prepare(sql)) {
            ResultSet row = statement.executeQuery();
            long rows = row.getLong(1);
            return new RowSpan(
                    rows, rows == 0 ? Optional.empty() : Optional.of(new IntegerRange(row.getLong(2), row.getLong(3))));
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }
}

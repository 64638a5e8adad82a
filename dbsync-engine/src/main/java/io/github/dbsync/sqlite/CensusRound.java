package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Goes over all rows of a table once and tells trials what they say of their columns. Rows that are read from the pages of the file
 * are divided among threads where there are enough of them, so that no page is read twice; what only SQLite can read is read by each
 * thread for some of the columns.
 */
final class CensusRound {

    private final List<SqliteDatabase> connections;
    private final SqliteDatabase database;
    private final RowCursors cursors;
    private final Table table;

    /** @param connections see the same database, and are used by one thread each */
    CensusRound(List<SqliteDatabase> connections, RowCursors cursors, Table table) {
        this.connections = connections;
        this.database = connections.get(0);
        this.cursors = cursors;
        this.table = table;
    }

    /** Returns which rows there are. */
    RowSpan over(List<ColumnTrial> trials) {
        RowSelection selection = selection(trials);
        List<RowCursor> parts = cursors.openParts(database, selection, connections.size());
        List<CensusPass> passes = parts.stream()
                .map(part -> new CensusPass(database, part, selection, trials))
                .toList();
        return passes.isEmpty() ? byColumns(trials) : byRows(trials, passes);
    }

    /** Where parts do not say what the whole says, the whole is gone over. */
    private RowSpan byRows(List<ColumnTrial> trials, List<CensusPass> passes) {
        List<RowSpan> spans = CensusPass.runAll(passes);
        boolean follow =
                IntStream.range(1, spans.size()).allMatch(i -> spans.get(i - 1).isBefore(spans.get(i)));
        List<ColumnTrial> open = follow ? endTogether(trials, passes) : trials;
        if (!open.isEmpty()) {
            alone(database, open);
        }
        return spans.stream().reduce(RowSpan::with).orElseThrow();
    }

    /** Returns the trials of which the passes together do not say how they end. */
    private static List<ColumnTrial> endTogether(List<ColumnTrial> trials, List<CensusPass> passes) {
        List<ColumnTrial> open = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            ColumnTrial trial = trials.get(i);
            together(passes, i).ifPresentOrElse(trial::end, () -> open.add(trial));
        }
        return open;
    }

    private static Optional<ColumnTally> together(List<CensusPass> passes, int column) {
        ColumnTally first = passes.get(0).tally(column);
        boolean all = passes.stream().skip(1).allMatch(pass -> first.takeIn(pass.tally(column)));
        return all ? Optional.of(first) : Optional.empty();
    }

    private RowSpan byColumns(List<ColumnTrial> trials) {
        int parts = Math.min(connections.size(), Math.max(1, trials.size()));
        List<List<ColumnTrial>> shares = IntStream.range(0, parts)
                .mapToObj(part -> share(trials, part, parts))
                .toList();
        List<CensusPass> passes = IntStream.range(0, parts)
                .mapToObj(part -> whole(connections.get(part), shares.get(part)))
                .toList();
        List<RowSpan> spans = CensusPass.runAll(passes);
        for (int part = 0; part < parts; part++) {
            endTogether(shares.get(part), List.of(passes.get(part)));
        }
        return spans.get(0);
    }

    /** Wide and narrow columns mostly stand together, and so each part gets some of both. */
    private static List<ColumnTrial> share(List<ColumnTrial> trials, int part, int parts) {
        return IntStream.range(0, trials.size())
                .filter(i -> i % parts == part)
                .mapToObj(trials::get)
                .toList();
    }

    private void alone(SqliteDatabase connection, List<ColumnTrial> trials) {
        CensusPass pass = whole(connection, trials);
        CensusPass.runAll(List.of(pass));
        endTogether(trials, List.of(pass));
    }

    private CensusPass whole(SqliteDatabase connection, List<ColumnTrial> trials) {
        RowSelection selection = selection(trials);
        try {
            return new CensusPass(connection, cursors.open(connection, selection), selection, trials);
        } catch (SQLException refused) {
            throw connection.problems().exception(refused);
        }
    }

    private RowSelection selection(List<ColumnTrial> trials) {
        return RowSelection.of(table, trials.stream().map(ColumnTrial::column).toList(), cursors.encoding());
    }
}

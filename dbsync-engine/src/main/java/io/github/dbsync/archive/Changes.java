package io.github.dbsync.archive;

import io.github.dbsync.batch.Digester;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.snapshot.DumpedTable;
import io.github.dbsync.snapshot.LeftTable;
import io.github.dbsync.snapshot.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody did to a database after the sync that a snapshot undoes: the rows that would be lost with it. */
final class Changes {

    private final Source now;
    private final Map<QualifiedName, LeftTable> left;
    private final Map<QualifiedName, DumpedTable> untouched;

    /**
     * @param now the database
     * @param manifest of the snapshot that a sync had taken
     */
    Changes(Source now, Manifest manifest) {
        this.now = now;
        this.left = manifest.left().stream()
                .collect(Collectors.toMap(table -> table.table().name(), Function.identity()));
        this.untouched = manifest.tables().stream()
                .filter(table -> !left.containsKey(table.table()))
                .collect(Collectors.toMap(DumpedTable::table, Function.identity()));
    }

    /**
     * One problem for each table whose rows are not what the sync left; none where no sync is known.
     *
     * @param agreed whether the user agreed to lose them
     */
    List<Problem> problems(boolean agreed) {
        if (left.isEmpty()) {
            return List.of();
        }
        Source image = now.image();
        return Stream.concat(
                        now.catalog().tables().stream()
                                .filter(table -> left.containsKey(table.name()))
                                .filter(table -> !isAsLeft(table, image)),
                        image.catalog().tables().stream()
                                .filter(table -> !left.containsKey(table.name()))
                                .filter(table -> !isUntouched(table, image)))
                .map(table -> changed(table, agreed))
                .toList();
    }

    /** What was restored was written as it is in an image; a table whose columns changed is not as it was left. */
    private boolean isAsLeft(Table table, Source image) {
        LeftTable expected = Objects.requireNonNull(left.get(table.name()));
        Set<String> columns = names(expected.table());
        Source source = columns.equals(names(table)) ? now : image;
        return source.catalog()
                .lookupTable(table.name())
                .filter(there -> columns.equals(names(there)))
                .filter(there -> digest(expected.table(), source).equals(expected.digest()))
                .isPresent();
    }

    private static Set<String> names(Table table) {
        return table.storedColumns().stream().map(column -> column.name()).collect(Collectors.toSet());
    }

    private boolean isUntouched(Table table, Source image) {
        DumpedTable expected = untouched.get(table.name());
        return expected == null
                ? image.countRows(table) == 0
                : digest(table, image).equals(expected.digest());
    }

    /** Nothing where a value no longer fits. */
    private static String digest(Table table, Source source) {
        Digester digester = new Digester();
        try {
            source.read(table, digester::add);
            return digester.digest().hex();
        } catch (DbSyncException refused) {
            if (refused.problem().code() == ProblemCode.VALUE_DOES_NOT_FIT) {
                return "";
            }
            throw refused;
        }
    }

    private Problem changed(Table table, boolean agreed) {
        LeftTable expected = left.get(table.name());
        String what = "The rows of table " + table.name() + " changed after the sync that the snapshot undoes.";
        String where = "table " + table.name() + " of the target";
        String why = (expected == null ? "" : "The sync left " + expected.rows() + " rows; ") + "it has "
                + now.countRows(table) + " rows now, and the changes would be lost.";
        return agreed
                ? Problem.warning(
                        ProblemCode.ROWS_CHANGED_SINCE, what, where, why, "Nothing to do; dbsync.discard agrees")
                : Problem.refusal(
                        ProblemCode.ROWS_CHANGED_SINCE,
                        what,
                        where,
                        why,
                        "Add -Ddbsync.discard to lose them; the snapshot that is taken before has them still");
    }
}

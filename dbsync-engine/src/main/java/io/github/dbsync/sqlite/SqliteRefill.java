package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Refill;
import io.github.dbsync.dialect.RefilledTable;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that give tables other rows and leave them as they are, in a copy of the old database. Foreign keys are not
 * enforced while a database is built, and checked before it is put in its place.
 */
final class SqliteRefill {

    private final List<RefilledTable> tables;
    private final Catalog present;
    private final SqliteDialect dialect;
    private final Set<QualifiedName> names;

    SqliteRefill(List<RefilledTable> tables, Catalog present, SqliteDialect dialect) {
        this.tables = tables;
        this.present = present;
        this.dialect = dialect;
        this.names = tables.stream().map(refilled -> refilled.table().name()).collect(Collectors.toSet());
    }

    Refill refill() {
        List<Statement> before = new ArrayList<>(QuietTriggers.quiet());
        tables.forEach(refilled -> before.addAll(empty(refilled.table())));
        List<Statement> after = new ArrayList<>();
        tables.forEach(refilled -> after.addAll(counter(refilled)));
        covering().forEach(object -> after.addAll(dialect.refresh(object)));
        after.addAll(QuietTriggers.wake());
        return new Refill(new Script(before, List.of(), after), findings());
    }

    private static List<Statement> empty(Table table) {
        String reason = table.name() + " makes room for the rows";
        Statement rows =
                new Statement("DELETE FROM " + SqliteNames.quote(table.name().name()), reason);
        Statement counter = new Statement(
                "DELETE FROM sqlite_sequence WHERE name = "
                        + SqliteNames.literal(table.name().name()),
                reason);
        return table.columns().stream().anyMatch(SqliteRefill::counts) ? List.of(rows, counter) : List.of(rows);
    }

    /** What AUTOINCREMENT goes on after; without a state, that is the greatest number that came. */
    private static List<Statement> counter(RefilledTable refilled) {
        return refilled.table().columns().stream()
                .filter(SqliteRefill::counts)
                .flatMap(column -> Stream.ofNullable(refilled.counters().get(column.name())))
                .flatMap(state -> SqliteDdl.counter(refilled.table(), state))
                .toList();
    }

    private static boolean counts(Column column) {
        Identity identity = column.identity();
        return identity != null && identity.kind() == Identity.Kind.AUTOINCREMENT;
    }

    /** Virtual tables that cover what gets other rows. */
    private Stream<OtherObject> covering() {
        return present.others().stream()
                .filter(OtherObject::holdsRows)
                .filter(object -> !dialect.isOwn(object))
                .filter(object -> object.tables().stream().anyMatch(names::contains));
    }

    /** An index of texts that keeps them itself is filled by triggers as a rule, which are quiet. */
    private List<Problem> findings() {
        return present.others().stream()
                .filter(OtherObject::holdsRows)
                .filter(object -> !dialect.isOwn(object))
                .filter(object -> object.tables().stream().noneMatch(names::contains)
                        || dialect.refresh(object).isEmpty())
                .map(SqliteRefill::notRefreshed)
                .toList();
    }

    private static Problem notRefreshed(OtherObject object) {
        return Problem.note(
                ProblemCode.NOT_REFRESHED,
                "The target's " + object.kind() + " " + object.name() + " keeps the rows that it has.",
                object.kind() + " " + object.name() + " of the target",
                "Triggers are quiet while other tables get their rows, those too that would fill it.",
                "Where it is to follow a table, fill it anew after the sync, as its migration did");
    }
}

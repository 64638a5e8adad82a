package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps tables from getting other rows, and what does not follow them. */
final class RefillObstacles {

    /** How {@code RightsMapper.xml} calls the right to see and write what row security hides. */
    private static final String SEES_ALL_ROWS = "bypass of row security";

    private final Set<QualifiedName> names;
    private final Catalog present;
    private final Set<Sequence> followed;

    /**
     * @param names of the tables and their partitions
     * @param shared the sequences that go on after the numbers of their columns
     */
    RefillObstacles(Set<QualifiedName> names, Catalog present, List<SharedCounter> shared) {
        this.names = names;
        this.present = present;
        this.followed = shared.stream().map(SharedCounter::sequence).collect(Collectors.toSet());
    }

    List<Problem> findings() {
        return Stream.of(forced().map(RefillObstacles::forced), foreign().map(RefillObstacles::foreign), sequences())
                .flatMap(problems -> problems)
                .toList();
    }

    private Stream<OtherObject> objects(String kind) {
        return present.others().stream()
                .filter(object -> object.kind().equals(kind))
                .filter(object -> object.table() != null && names.contains(object.table()));
    }

    /** COPY into such a table is refused to those to whom its policies apply (PostgreSQL docs, COPY). */
    private Stream<OtherObject> forced() {
        return present.facilities().contains(SEES_ALL_ROWS)
                ? Stream.empty()
                : objects("row level security")
                        .filter(object -> String.valueOf(object.definition()).contains("FORCE"));
    }

    private static Problem forced(OtherObject security) {
        String table = Quoting.name(security.name());
        return Problem.refusal(
                ProblemCode.TARGET_OBJECT_IN_THE_WAY,
                "Row security of the target's table " + security.name() + " is forced upon its owner too.",
                "table " + security.name() + " of the target",
                "PostgreSQL lets nobody fill such a table with COPY to whom its policies apply.",
                "Connect as a role with BYPASSRLS; or lift it for the time of the sync: ALTER TABLE " + table
                        + " NO FORCE ROW LEVEL SECURITY");
    }

    private Stream<OtherObject> foreign() {
        return objects("owner").filter(owner -> !present.facilities().containsAll(owner.requirements()));
    }

    private static Problem foreign(OtherObject owner) {
        return Problem.refusal(
                ProblemCode.POSTGRES_PERMISSION_DENIED,
                "The target's table " + owner.table() + " belongs to another role.",
                "table " + owner.table() + " of the target",
                "Only its owner can keep its triggers quiet and check its foreign keys afterwards.",
                "Connect as its owner, as whom its migrations run, with " + PostgresConnection.SETTING);
    }

    /** Nobody can tell whose numbers they are of which no column speaks. */
    private Stream<Problem> sequences() {
        return present.sequences().stream()
                .filter(sequence -> !followed.contains(sequence))
                .map(RefillObstacles::unowned);
    }

    private static Problem unowned(Sequence sequence) {
        return Problem.note(
                ProblemCode.NOT_REFRESHED,
                "The target's sequence " + sequence.name() + " stays where it is.",
                "sequence " + sequence.name() + " of the target",
                "No column owns it or draws its default from it, so that nobody can tell whose numbers it gives.",
                "Where an application numbers the rows of a table with it, set it afterwards: SELECT setval('"
                        + sequence.name() + "', (SELECT max(id) FROM <table>))");
    }
}

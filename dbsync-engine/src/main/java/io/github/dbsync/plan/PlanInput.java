package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.rules.ColumnRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a plan is made from.
 *
 * @param source the source's catalog
 * @param memory what the source remembers of its own origin
 * @param selected the tables that take part, as their rows were proven, in the source's order
 * @param auxiliaries the source's auxiliary tables; on the way back those whose rows its memory keeps
 * @param target the target's catalog as it is now
 * @param targetRows the rows of each table of the target
 * @param sourceDialect the source's dialect
 * @param dialect the target's dialect
 * @param naming the names that tables get at the target
 * @param selection which tables take part
 * @param rules what the user says of columns
 * @param given the target's schema, where somebody else than dbsync says what it is
 * @param migrations what migration tools keep at both ends; neither catalog has it
 */
public record PlanInput(
        Catalog source,
        Optional<Memory> memory,
        List<SelectedTable> selected,
        List<SelectedTable> auxiliaries,
        Catalog target,
        Map<QualifiedName, Long> targetRows,
        Dialect sourceDialect,
        Dialect dialect,
        Naming naming,
        Selection selection,
        ColumnRules rules,
        Optional<GivenSchema> given,
        Migrations migrations) {

    public PlanInput {
        requireNonNull(source, "source");
        requireNonNull(memory, "memory");
        selected = List.copyOf(selected);
        auxiliaries = List.copyOf(auxiliaries);
        requireNonNull(target, "target");
        targetRows = Map.copyOf(targetRows);
        requireNonNull(sourceDialect, "sourceDialect");
        requireNonNull(dialect, "dialect");
        requireNonNull(naming, "naming");
        requireNonNull(selection, "selection");
        requireNonNull(rules, "rules");
        requireNonNull(given, "given");
        requireNonNull(migrations, "migrations");
    }

    /** The memory, where it is of the dialect that the target speaks: then this is the way back. */
    Optional<Memory> memoryOfTarget() {
        return memory.filter(m -> m.origin().equals(dialect.id()));
    }

    /** What is given for a table of the source; empty where it is translated. */
    Optional<GivenTable> given(QualifiedName source) {
        return given.flatMap(schema -> schema.lookup(source));
    }

    /** The target's schema where it is kept, so that tables only get other rows. */
    Optional<GivenSchema> keptSchema() {
        return given.filter(GivenSchema::kept);
    }

    /** What the target's server lacks of what an object requires. */
    List<String> lackingFor(OtherObject object) {
        return object.requirements().stream()
                .filter(requirement -> !target.facilities().contains(requirement))
                .toList();
    }

    /** The source's objects that are its user's, and not its database system's own. */
    List<OtherObject> sourceObjects() {
        return source.others().stream()
                .filter(object -> !sourceDialect.isOwn(object))
                .toList();
    }
}

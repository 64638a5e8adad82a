package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The target's schema, where somebody else than dbsync says what it is. Tables of the source that it does not know are
 * translated.
 *
 * @param owner who says so
 * @param tables the tables, those that the source does not have too
 * @param objects what is made before the tables, each after what it needs
 * @param sourceObjects what the owner says of the source's objects beside its tables: it need not be remembered for the way back
 * @param findings what the user should know of it
 * @param kept whether it is the schema that the target has already and keeps, so that its tables only get other rows
 */
public record GivenSchema(
        SchemaOwner owner,
        List<GivenTable> tables,
        List<OtherObject> objects,
        List<OtherObject> sourceObjects,
        List<Problem> findings,
        boolean kept) {

    public GivenSchema {
        requireNonNull(owner, "owner");
        tables = List.copyOf(tables);
        objects = List.copyOf(objects);
        sourceObjects = List.copyOf(sourceObjects);
        findings = List.copyOf(findings);
    }

    /** A schema that is made at the target. */
    public GivenSchema(
            SchemaOwner owner,
            List<GivenTable> tables,
            List<OtherObject> objects,
            List<OtherObject> sourceObjects,
            List<Problem> findings) {
        this(owner, tables, objects, sourceObjects, findings, false);
    }

    /** What a table of the source becomes; empty where it is translated. */
    public Optional<GivenTable> lookup(QualifiedName source) {
        return tables.stream().filter(table -> table.source().equals(source)).findFirst();
    }

    /** Whether an object of the source is just what the owner says. */
    public boolean saysOfSource(OtherObject object) {
        return sourceObjects.stream()
                .anyMatch(said -> said.isNamesakeOf(object) && said.enumValues().equals(object.enumValues()));
    }

    /** The schema with the forms in which an application keeps its values, which its own tables do not say. */
    public GivenSchema withFormsOf(GivenSchema application) {
        List<GivenTable> formed = tables.stream()
                .map(table -> application
                        .lookup(table.source())
                        .map(table::withFormsOf)
                        .orElse(table))
                .toList();
        return new GivenSchema(owner, formed, objects, sourceObjects, findings, kept);
    }
}

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
 * @param books the names of tables of the source in which the owner keeps its own books: they are never moved
 * @param findings what the user should know of it
 * @param kept whether it is the schema that the target has already and keeps, so that its tables only get other rows
 */
public record GivenSchema(
        SchemaOwner owner,
        List<GivenTable> tables,
        List<OtherObject> objects,
        List<String> books,
        List<Problem> findings,
        boolean kept) {

    public GivenSchema {
        requireNonNull(owner, "owner");
        tables = List.copyOf(tables);
        objects = List.copyOf(objects);
        books = List.copyOf(books);
        findings = List.copyOf(findings);
    }

    /** A schema that is made at the target. */
    public GivenSchema(
            SchemaOwner owner,
            List<GivenTable> tables,
            List<OtherObject> objects,
            List<String> books,
            List<Problem> findings) {
        this(owner, tables, objects, books, findings, false);
    }

    /** What a table of the source becomes; empty where it is translated. */
    public Optional<GivenTable> lookup(QualifiedName source) {
        return tables.stream().filter(table -> table.source().equals(source)).findFirst();
    }

    /** Whether a table of the source is one of the owner's books. */
    public boolean isBook(QualifiedName source) {
        return books.contains(source.name());
    }
}

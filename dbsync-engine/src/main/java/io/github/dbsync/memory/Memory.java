package io.github.dbsync.memory;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a target keeps of the source it was made from, so that the way back restores exactly what the target itself cannot
 * say.
 *
 * @param origin the id of the dialect that the tables came from
 * @param tables each table as it was at its origin, with what became of it here
 * @param auxiliaries each of the origin's auxiliary tables that is kept, with the table that keeps its rows here
 * @param sequences the origin's free sequences
 * @param others the origin's other objects, verbatim
 * @param views those of them that were said here, with what became of them
 * @param settings the origin's settings
 */
public record Memory(
        String origin,
        List<RememberedTable> tables,
        List<RememberedTable> auxiliaries,
        List<Sequence> sequences,
        List<OtherObject> others,
        List<RememberedView> views,
        Map<String, String> settings) {

    public Memory {
        requireNonNull(origin, "origin");
        tables = List.copyOf(tables);
        auxiliaries = List.copyOf(auxiliaries);
        sequences = List.copyOf(sequences);
        others = List.copyOf(others);
        views = List.copyOf(views);
        settings = Map.copyOf(settings);
    }

    /** Whether there is nothing worth keeping. */
    public boolean isEmpty() {
        return tables.isEmpty()
                && auxiliaries.isEmpty()
                && sequences.isEmpty()
                && others.isEmpty()
                && settings.isEmpty();
    }

    public Optional<RememberedTable> lookupTable(QualifiedName createdName) {
        return tables.stream()
                .filter(table -> table.created().name().equals(createdName))
                .findFirst();
    }

    public Optional<RememberedView> lookupView(QualifiedName createdName) {
        return views.stream()
                .filter(view -> view.created().name().equals(createdName))
                .findFirst();
    }

    /**
     * A table at its origin and here.
     *
     * @param origin the table as its origin's catalog had it
     * @param created the table as this database's catalog had it right after it was made
     * @param digest the digest of the rows that it was made with
     */
    public record RememberedTable(Table origin, Table created, String digest) {
        public RememberedTable {
            requireNonNull(origin, "origin");
            requireNonNull(created, "created");
            requireNonNull(digest, "digest");
        }
    }

    /**
     * A view at its origin and here.
     *
     * @param origin the view as its origin's catalog had it
     * @param created the view as this database's catalog had it right after it was made
     */
    public record RememberedView(OtherObject origin, OtherObject created) {
        public RememberedView {
            requireNonNull(origin, "origin");
            requireNonNull(created, "created");
        }

        /** Whether a view is still as it was made. */
        public boolean isUnchanged(OtherObject now) {
            return now.isNamesakeOf(created) && Objects.equals(now.definition(), created.definition());
        }
    }
}

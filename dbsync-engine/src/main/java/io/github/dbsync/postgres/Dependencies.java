package io.github.dbsync.postgres;

import io.github.dbsync.catalog.OtherObject.Moment;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.postgres.CatalogMapper.DependencyRow;
import io.github.dbsync.postgres.CatalogMapper.OtherRow;
import io.github.dbsync.postgres.CatalogMapper.TableRow;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What needs what in a database, as {@code pg_depend} says. */
final class Dependencies {

    /** From this rank on, objects act on what is made after them, or say something of what is there already. */
    private static final int LATE = 8;

    private final Map<ObjectId, Set<ObjectId>> needs;
    private final Map<ObjectId, List<QualifiedName>> tables;
    private final Set<ObjectId> neededByTables;

    Dependencies(List<DependencyRow> rows, List<TableRow> tableRows) {
        this.needs = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new ObjectId(row.classId(), row.objectId()),
                        Collectors.mapping(
                                row -> new ObjectId(row.neededClassId(), row.neededId()),
                                Collectors.toCollection(LinkedHashSet::new))));
        this.tables = tables(tableRows);
        this.neededByTables = reachable(tables.keySet());
    }

    /** The tables by their numbers; a partition stands for itself and the tables that it is a part of. */
    private static Map<ObjectId, List<QualifiedName>> tables(List<TableRow> rows) {
        Map<Long, TableRow> byId = rows.stream().collect(Collectors.toMap(TableRow::id, row -> row));
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> ObjectId.ofRelation(row.id()),
                        row -> Stream.iterate(row, Objects::nonNull, part -> byId.get(part.partitionOf()))
                                .map(part -> new QualifiedName(part.schema(), part.name()))
                                .toList()));
    }

    /** The objects so that each comes after those that it needs, and otherwise in the order in which they are given. */
    List<OtherRow> inOrder(List<OtherRow> rows) {
        Map<ObjectId, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).removal() != null) {
                places.putIfAbsent(rows.get(i).id(), i);
            }
        }
        Set<OtherRow> ordered = new LinkedHashSet<>();
        Set<ObjectId> visited = new LinkedHashSet<>();
        for (OtherRow row : rows) {
            visit(row.id(), rows, places, visited, ordered);
            ordered.add(row);
        }
        return List.copyOf(ordered);
    }

    private void visit(
            ObjectId object,
            List<OtherRow> rows,
            Map<ObjectId, Integer> places,
            Set<ObjectId> visited,
            Set<OtherRow> ordered) {
        if (tables.containsKey(object) || !visited.add(object)) {
            return;
        }
        neededOf(object, places).forEach(needed -> visit(rows.get(needed).id(), rows, places, visited, ordered));
        Integer place = places.get(object);
        if (place != null) {
            ordered.add(rows.get(place));
        }
    }

    /** The places of the objects that one needs, directly or through what has no place, in their order. */
    private Set<Integer> neededOf(ObjectId object, Map<ObjectId, Integer> places) {
        Set<Integer> needed = new TreeSet<>();
        Set<ObjectId> seen = new HashSet<>();
        Deque<ObjectId> open = new ArrayDeque<>(needsOf(object));
        while (!open.isEmpty()) {
            ObjectId next = open.remove();
            if (places.containsKey(next)) {
                needed.add(places.get(next));
            } else if (!tables.containsKey(next) && seen.add(next)) {
                open.addAll(needsOf(next));
            }
        }
        return needed;
    }

    /** The tables that an object cannot be without, directly or through others, and the partitions. */
    List<QualifiedName> tables(OtherRow row) {
        List<QualifiedName> own = tables.get(row.id());
        return own != null
                ? own
                : reachable(Set.of(row.id())).stream()
                        .flatMap(needed -> tables.getOrDefault(needed, List.of()).stream())
                        .distinct()
                        .sorted(Comparator.comparing(QualifiedName::toString))
                        .toList();
    }

    Moment moment(OtherRow row) {
        if (row.rank() >= LATE) {
            return Moment.AFTER_ROWS;
        }
        if (tables(row).isEmpty()) {
            return Moment.BEFORE_TABLES;
        }
        return neededByTables.contains(row.id()) ? Moment.BEFORE_ROWS : Moment.AFTER_ROWS;
    }

    /** Everything that some objects need. What a table needs beyond itself is the table's own matter. */
    private Set<ObjectId> reachable(Collection<ObjectId> from) {
        Set<ObjectId> reached = new LinkedHashSet<>();
        Deque<ObjectId> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (ObjectId needed : needsOf(open.remove())) {
                if (reached.add(needed) && !tables.containsKey(needed)) {
                    open.add(needed);
                }
            }
        }
        return reached;
    }

    private Set<ObjectId> needsOf(ObjectId object) {
        return needs.getOrDefault(object, Set.of());
    }
}

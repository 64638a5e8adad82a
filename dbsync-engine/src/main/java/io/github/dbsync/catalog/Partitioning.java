package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How the rows of a table are spread over its partitions; the table itself holds none.
 *
 * @param key what decides where a row goes, as PostgreSQL prints it, such as {@code RANGE (day)}
 * @param partitions where rows go; none yet where empty
 */
public record Partitioning(String key, List<Partition> partitions) {

    public Partitioning {
        requireNonNull(key, "key");
        partitions = List.copyOf(partitions);
    }

    Partitioning inOrderOfNames() {
        return new Partitioning(
                key,
                partitions.stream()
                        .sorted(Comparator.comparing(partition -> partition.table.name()))
                        .map(partition -> new Partition(
                                partition.table.inOrderOfNames(), partition.bound, partition.attachedIndexes))
                        .toList());
    }

    /**
     * A part of a partitioned table.
     *
     * @param table the partition as a table, perhaps partitioned itself, without the checks and foreign keys that it has from
     *     the partitioned table
     * @param bound the rows that it takes, as PostgreSQL prints it, such as {@code FOR VALUES IN (1)} or {@code DEFAULT}
     * @param attachedIndexes of each of its indexes that is part of an index of the partitioned table: its name, and the name
     *     of that index
     */
    public record Partition(Table table, String bound, Map<String, String> attachedIndexes) {

        public Partition {
            requireNonNull(table, "table");
            requireNonNull(bound, "bound");
            attachedIndexes = Map.copyOf(attachedIndexes);
        }
    }
}

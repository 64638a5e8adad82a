package io.github.dbsync.memory;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** Short texts that are the same as long as what they stand for is: SHA-256 in hexadecimal digits. Stateless. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Of everything that a record holds. */
    public static String of(Record content) {
        return DigestUtils.sha256Hex(RecordJson.write(content));
    }

    /**
     * Of the definitions of some tables, whatever their rows, the states of their sequences and their order are. A dialect's
     * own words are part of a definition, so that both sides of one table have different fingerprints.
     *
     * @param tables those of a catalog
     * @param names which of them count
     */
    public static String ofDefinitions(Collection<Table> tables, Collection<QualifiedName> names) {
        return of(new Definitions(tables.stream()
                .filter(table -> names.contains(table.name()))
                .map(Table::asDefined)
                .sorted(Comparator.comparing(table -> table.name().toString()))
                .toList()));
    }

    private record Definitions(List<Table> tables) {}
}

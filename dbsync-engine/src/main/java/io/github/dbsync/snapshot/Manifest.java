package io.github.dbsync.snapshot;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.memory.Fingerprint;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.RecordJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot holds, in a file beside it: all that proves it, and all that is known of it and is not its content.
 *
 * @param format {@link RecordJson#VERSION} of the dbsync that wrote it
 * @param taken when, in UTC
 * @param database the database for people, without secrets
 * @param version its system's version, for people
 * @param bytes the length of the script
 * @param sha256 of the script, not compressed
 * @param fingerprint of the schema: SHA-256 of the content
 * @param tables the rows, in the order of the script
 * @param left what a sync left at the database after it had taken the snapshot; empty where none did
 * @param content everything but the rows
 */
public record Manifest(
        int format,
        String taken,
        String database,
        String version,
        long bytes,
        String sha256,
        String fingerprint,
        List<DumpedTable> tables,
        List<LeftTable> left,
        Content content) {

    public Manifest {
        requireNonNull(taken, "taken");
        requireNonNull(database, "database");
        requireNonNull(version, "version");
        requireNonNull(sha256, "sha256");
        requireNonNull(fingerprint, "fingerprint");
        tables = List.copyOf(tables);
        left = List.copyOf(left);
        requireNonNull(content, "content");
    }

    Optional<DumpedTable> lookup(QualifiedName table) {
        return tables.stream().filter(dumped -> dumped.table().equals(table)).findFirst();
    }

    public Manifest withLeft(List<LeftTable> newLeft) {
        return new Manifest(format, taken, database, version, bytes, sha256, fingerprint, tables, newLeft, content);
    }

    /**
     * Everything but the rows.
     *
     * @param catalog the catalog of the database's image
     * @param memory what the database remembers, or null
     */
    public record Content(Catalog catalog, @Nullable Memory memory) {
        public Content {
            requireNonNull(catalog, "catalog");
        }

        String fingerprint() {
            return Fingerprint.of(this);
        }
    }
}

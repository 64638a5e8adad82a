package io.github.dbsync.verify;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.batch.TableDigest;
import io.github.dbsync.catalog.QualifiedName;

/**
 * Both ends of one table.
 *
 * @param table the table's name at the source
 * @param source the digest of what left the source; where only rows were counted, just their number
 * @param target the digest of what was read back from the target; where only rows were counted, just their number
 */
public record TableVerdict(QualifiedName table, TableDigest source, TableDigest target) {

    public TableVerdict {
        requireNonNull(table, "table");
        requireNonNull(source, "source");
        requireNonNull(target, "target");
    }

    public boolean same() {
        return source.equals(target);
    }
}

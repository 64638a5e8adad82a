package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.Map;

/**
 * All that the plan of an exact copy is made from.
 *
 * @param image the catalog of a source's image
 * @param rows the rows of each of its tables, the auxiliary ones too
 * @param target the target's catalog as it is now; of the same dialect
 * @param targetRows the rows of each table of the target
 * @param dialect the dialect of both
 * @param findings what is known besides
 */
public record ImageInput(
        Catalog image,
        Map<QualifiedName, Long> rows,
        Catalog target,
        Map<QualifiedName, Long> targetRows,
        Dialect dialect,
        List<Problem> findings) {

    public ImageInput {
        requireNonNull(image, "image");
        rows = Map.copyOf(rows);
        requireNonNull(target, "target");
        targetRows = Map.copyOf(targetRows);
        requireNonNull(dialect, "dialect");
        findings = List.copyOf(findings);
    }
}

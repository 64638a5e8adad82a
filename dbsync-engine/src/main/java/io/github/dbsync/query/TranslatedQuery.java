package io.github.dbsync.query;

import io.github.dbsync.catalog.QualifiedName;
import java.util.List;

/**
 * A view's query in the target's words.
 *
 * @param sql the query
 * @param fields the view's columns
 * @param reads the relations that it reads, by their names at the target
 */
public record TranslatedQuery(String sql, List<Field> fields, List<QualifiedName> reads) {

    public TranslatedQuery {
        fields = List.copyOf(fields);
        reads = List.copyOf(reads);
    }
}

package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says a foreign table's indexes in SQLite. An index is never widened: one that cannot be said exactly is remembered. */
final class SqliteIndexTranslation {

    private final Table foreign;
    private final Set<String> columns;
    private final ExpressionWriter expressions;
    private final List<LedgerEntry> ledger = new ArrayList<>();

    /** @param columns the names of the columns that are here */
    SqliteIndexTranslation(Table foreign, Set<String> columns, ExpressionWriter expressions) {
        this.foreign = foreign;
        this.columns = columns;
        this.expressions = expressions;
    }

    List<LedgerEntry> ledger() {
        return ledger;
    }

    Optional<Index> index(Index index) {
        List<Index.Part> parts = parts(index);
        Optional<Expression> where = Optional.ofNullable(index.where()).flatMap(expressions::condition);
        if (parts.size() < index.parts().size() || (index.where() != null && where.isEmpty())) {
            remember(index, "what it covers cannot be said in SQLite, so there is no such index here");
            return Optional.empty();
        }
        reportLosses(index);
        return Optional.of(new Index(index.name(), index.unique(), parts, where.orElse(null), "btree", null));
    }

    private List<Index.Part> parts(Index index) {
        return index.parts().stream()
                .map(part -> part(part, index.unique()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Index.Part> part(Index.Part part, boolean unique) {
        Expression expression = part.expression();
        if (expression == null) {
            return Optional.of(here(part, null)).filter(here -> columns.contains(here.column()));
        }
        return (unique ? expressions.condition(expression) : expressions.order(expression))
                .map(here -> here(part, here));
    }

    private static Index.Part here(Index.Part part, @Nullable Expression expression) {
        return new Index.Part(part.column(), expression, part.descending(), !part.descending(), null);
    }

    private void reportLosses(Index index) {
        List<String> losses = new ArrayList<>();
        if (!index.method().equals("btree")) {
            losses.add("a plain index here, not " + index.method());
        }
        if (index.parts().stream().anyMatch(part -> part.collation() != null)) {
            losses.add("ordered by the texts' bytes here");
        }
        String definition = String.valueOf(index.definition()).toUpperCase(Locale.ROOT);
        if (definition.contains("INCLUDE (")) {
            losses.add("without the columns that it includes");
        }
        if (definition.contains("NULLS NOT DISTINCT")) {
            losses.add("nulls are distinct here");
        }
        if (!losses.isEmpty()) {
            remember(index, String.join(", ", losses));
        }
    }

    private void remember(Index index, String note) {
        ledger.add(new LedgerEntry("index", foreign.name() + "." + index.name(), Fate.REMEMBERED, note));
    }
}

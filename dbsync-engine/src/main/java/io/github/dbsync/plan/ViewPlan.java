package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one view.
 *
 * @param source the view as the source has it
 * @param fate what becomes of it
 * @param note how, or why not
 * @param target the view to make, where it is translated
 * @param reads the tables and views that it reads, by their names at the target
 */
record ViewPlan(
        OtherObject source,
        Fate fate,
        String note,
        @Nullable OtherObject target,
        List<QualifiedName> reads) {

    ViewPlan {
        requireNonNull(source, "source");
        requireNonNull(fate, "fate");
        reads = List.copyOf(reads);
    }

    LedgerEntry entry() {
        return new LedgerEntry(source.kind(), source.name().toString(), fate, note);
    }
}

package io.github.dbsync.verify;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Proves that everything but the rows of an exact copy is what it was, too. */
public final class ImageProof {

    private ImageProof() {}

    /**
     * Compares the catalogs of two images.
     *
     * @param ledger of the copy: what it had to leave behind need not be there
     * @throws DbSyncException with {@code VERIFICATION_FAILED}, naming what is not the same
     */
    public static void check(Catalog expected, Catalog written, List<LedgerEntry> ledger) {
        List<OtherObject> others = expected.others().stream()
                .filter(object -> !isLeftBehind(object, ledger))
                .toList();
        List<String> different = Stream.of(
                        missing(expected.tables(), written.tables(), table -> "table " + table.name()),
                        missing(expected.auxiliaries(), written.auxiliaries(), table -> "table " + table.name()),
                        missing(expected.sequences(), written.sequences(), sequence -> "sequence " + sequence.name()),
                        missing(others, written.others(), object -> object.kind() + " " + object.name()))
                .flatMap(names -> names)
                .toList();
        if (!different.isEmpty()) {
            throw new DbSyncException(failure(different));
        }
    }

    private static boolean isLeftBehind(OtherObject object, List<LedgerEntry> ledger) {
        return ledger.stream()
                .filter(entry -> entry.fate() == Fate.LEFT_BEHIND)
                .anyMatch(entry -> entry.kind().equals(object.kind())
                        && entry.name().equals(object.name().toString()));
    }

    private static <T> Stream<String> missing(List<T> expected, List<T> written, Function<T, String> name) {
        Set<T> there = new HashSet<>(written);
        return expected.stream().filter(part -> !there.contains(part)).map(name);
    }

    private static Problem failure(List<String> different) {
        return Problem.refusal(
                ProblemCode.VERIFICATION_FAILED,
                "What was restored is not defined as it was.",
                String.join(", ", different),
                "Read back, their definitions are others than those of the snapshot; nothing was made visible, the target is"
                        + " as it was.",
                "Run the snapshot's .sql file into an empty database with psql or sqlite3, and please report it with"
                        + " report.json");
    }
}

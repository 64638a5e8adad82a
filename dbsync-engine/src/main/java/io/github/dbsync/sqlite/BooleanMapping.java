package io.github.dbsync.sqlite;

import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.BooleanWords;
import io.github.dbsync.catalog.ColumnType;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Booleans as words. What SQLite makes a number of in a column, such as {@code 1} or {@code -1}, is a word too. Counts the words
 * that it reads, so that the usual one of several is the one that is written. Not thread-safe.
 */
final class BooleanMapping implements Probe {

    private final BooleanWords words;
    private final Affinity affinity;
    private final Map<String, Long> counts = new HashMap<>();

    BooleanMapping(BooleanWords words, Affinity affinity) {
        this.words = words;
        this.affinity = affinity;
    }

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        String word;
        if (storage == Storage.TEXT) {
            word = cells.text(column).utf8();
        } else if (storage == Storage.INTEGER && affinity.bendsNumericText()) {
            word = Long.toString(cells.integer(column));
        } else {
            return Misfit.of(storage);
        }
        boolean isTrue = words.trueWords().contains(word);
        if (!isTrue && !words.falseWords().contains(word)) {
            return Misfit.NO_SUCH_WORD;
        }
        counts.merge(word, 1L, Long::sum);
        ((LongVector) vector).set(row, isTrue ? 1 : 0);
        return null;
    }

    /** SQLite itself makes a number of a word that looks like one, where it keeps such words as numbers. */
    @Override
    public Object write(Vector vector, int row) {
        return (((LongVector) vector).get(row) == 1 ? words.trueWords() : words.falseWords()).get(0);
    }

    @Override
    public ColumnType typeOf(ColumnType tried) {
        return tried.withForm(new BooleanWords(usualFirst(words.trueWords()), usualFirst(words.falseWords())));
    }

    private List<String> usualFirst(List<String> some) {
        return some.stream()
                .sorted(Comparator.comparing((String word) -> counts.getOrDefault(word, 0L))
                        .reversed())
                .toList();
    }

    @Override
    public boolean takeIn(Probe later) {
        ((BooleanMapping) later).counts.forEach((word, count) -> counts.merge(word, count, Long::sum));
        return true;
    }

    @Override
    public long notReversible() {
        return unusual(words.trueWords()) + unusual(words.falseWords());
    }

    private long unusual(List<String> some) {
        return usualFirst(some).stream()
                .skip(1)
                .mapToLong(word -> counts.getOrDefault(word, 0L))
                .sum();
    }
}

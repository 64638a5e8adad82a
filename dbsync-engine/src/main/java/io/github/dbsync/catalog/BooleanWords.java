package io.github.dbsync.catalog;

import java.util.List;

/**
 * Booleans as words of the application's own.
 *
 * @param trueWords what says true; the first of them is written
 * @param falseWords what says false; the first of them is written
 */
public record BooleanWords(List<String> trueWords, List<String> falseWords) implements StoredForm {

    public BooleanWords {
        trueWords = List.copyOf(trueWords);
        falseWords = List.copyOf(falseWords);
        if (trueWords.isEmpty() || falseWords.isEmpty()) {
            throw new IllegalArgumentException("no word");
        }
    }
}

package io.github.dbsync.rules;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One word of a rule with what it says.
 *
 * @param word the word as it is written
 * @param values what it says: one value, or several where it takes a list
 * @param where the file and line, or the place in the POM
 */
public record Setting(String word, List<String> values, String where) {

    public Setting {
        requireNonNull(word, "word");
        values = List.copyOf(values);
        requireNonNull(where, "where");
    }

    /** The value of a word that takes only one. */
    String value() {
        return String.join(", ", values);
    }
}

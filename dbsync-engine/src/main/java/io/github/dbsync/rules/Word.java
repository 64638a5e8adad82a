package io.github.dbsync.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The words that a rule is made of. They are the same in {@code dbsync.yaml} and in a POM. */
enum Word {
    COLUMN,
    TYPE,
    UNIT,
    FORM,
    NUL,
    ENCODING,
    TRUE,
    FALSE,
    TABLE,
    RENAME;

    /** The word as it is written. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Word> lookup(String text) {
        return Stream.of(values()).filter(word -> word.text().equals(text)).findFirst();
    }
}

package io.github.dbsync.query;

import org.jspecify.annotations.Nullable;

/**
 * A column that a SELECT gives.
 *
 * @param name its name, or null where it has none of its own
 * @param phrase its value
 */
record Output(@Nullable String name, Phrase phrase) {

    /** As a column of a relation; {@code named} is what its view calls it. */
    Field field(String named) throws NotTranslatableException {
        if (phrase.type() == null) {
            throw new NotTranslatableException("the type of " + named + " is not the same on both sides");
        }
        boolean literal = phrase.constant() && phrase.isText();
        return new Field(
                named, phrase.type(), literal ? phrase.comparison().weaker(Comparison.EQUALITY) : phrase.comparison());
    }
}

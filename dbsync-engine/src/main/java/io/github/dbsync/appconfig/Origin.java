package io.github.dbsync.appconfig;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.endpoint.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Who says where an end is.
 *
 * @param where file, line and key, or the parameter, or the rule
 * @param url the words it says it with, as they stand there; null where no URL was given
 */
public record Origin(String where, @Nullable Secret url) {

    public Origin {
        requireNonNull(where, "where");
    }
}

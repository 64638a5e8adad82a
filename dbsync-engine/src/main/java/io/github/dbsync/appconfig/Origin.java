package io.github.dbsync.appconfig;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.endpoint.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Who says where an end is.
 *
 * @param where file, line and key, or the parameter, or the rule
 * @param url the words it says it with, as they stand there; null where no URL was given
 * @param stage the name by which it was asked for: that of a .env file, a profile or an environment; or null
 */
public record Origin(
        String where, @Nullable Secret url, @Nullable String stage) {

    public Origin {
        requireNonNull(where, "where");
    }

    /** An end that has no name of its own. */
    public Origin(String where, @Nullable Secret url) {
        this(where, url, null);
    }

    Origin ofStage(String name) {
        return new Origin(where, url, name);
    }
}

package io.github.dbsync.appconfig;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an application's files say of the database that it opens through JDBC.
 *
 * @param framework what reads these files, for people
 * @param active the data source that it opens now, or null where its files do not tell
 * @param readsEnvironment whether an environment variable overrules the file that holds the URL
 * @param choices further data sources, by the name under which it could be told to open them: a profile of Spring, an
 *     environment of MyBatis
 * @param choice the setting that names the active one of these, or null where no file does
 * @param placeholders puts into a value what its placeholders stand for
 */
record Configuration(
        String framework,
        @Nullable DataSource active,
        boolean readsEnvironment,
        Map<String, DataSource> choices,
        @Nullable Setting choice,
        UnaryOperator<String> placeholders) {

    /** No JDBC at all. */
    static final Configuration NONE = new Configuration("", null, false, Map.of(), null, UnaryOperator.identity());

    Configuration {
        requireNonNull(framework, "framework");
        requireNonNull(placeholders, "placeholders");
        choices = Collections.unmodifiableMap(new TreeMap<>(choices));
    }

    /** One data source, and nothing to choose from. */
    static Configuration of(String framework, DataSource active, boolean readsEnvironment) {
        return new Configuration(framework, active, readsEnvironment, Map.of(), null, UnaryOperator.identity());
    }

    Optional<DataSource> dataSource() {
        return Optional.ofNullable(active);
    }

    /** The setting that names the active data source, where a file does. */
    Optional<Setting> lookupChoice() {
        return Optional.ofNullable(choice);
    }
}

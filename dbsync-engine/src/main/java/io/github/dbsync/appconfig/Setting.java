package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Secret;

/**
 * A database URL where it stands in a file.
 *
 * @param file the file as it was read
 * @param span the value with its quotes
 * @param quoting how it is written, and how another value would be
 * @param key the key it stands under
 * @param written the value as it stands there, without its quotes
 */
record Setting(ConfigFile file, Span span, Notation quoting, String key, Secret written) {

    /** File, line and key, for people. */
    String where() {
        return file.at(span.start()) + " (" + key + ")";
    }
}

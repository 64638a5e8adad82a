package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.PostgresDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The address under which the application last knew the project's own PostgreSQL. The switch keeps it in
 * {@code .dbsync/postgres-address}, so that the way back knows that the URL in {@code .env} is a server to be started.
 */
final class EmbeddedAddress {

    private final Path file;
    private final Optional<String> known;

    private EmbeddedAddress(Path file, Optional<String> known) {
        this.file = file;
        this.known = known;
    }

    static EmbeddedAddress in(Path folder) {
        Path file = folder.resolve(".dbsync/postgres-address");
        return new EmbeddedAddress(
                file, ConfigFile.readIfPresent(file).map(found -> found.text().strip()));
    }

    boolean isOf(PostgresDatabase database) {
        return known.equals(Optional.of(address(database)));
    }

    /** The edit that keeps a new address, or nothing where it is known already. */
    Optional<FileEdit> keep(PostgresDatabase database) {
        if (isOf(database)) {
            return Optional.empty();
        }
        byte[] after = (address(database) + "\n").getBytes(StandardCharsets.UTF_8);
        return Optional.of(ConfigFile.readIfPresent(file)
                .map(before -> before.replaceAll(after))
                .orElseGet(() -> FileEdit.create(file, after)));
    }

    private static String address(PostgresDatabase database) {
        return database.user() + "@" + database.host() + ":" + database.port() + "/" + database.database();
    }
}

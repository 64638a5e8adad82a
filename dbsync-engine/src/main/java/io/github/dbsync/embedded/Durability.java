package io.github.dbsync.embedded;

import java.util.List;

/** How much a server does for its data to survive a crash of the machine. */
enum Durability {
    /** Everything that PostgreSQL does by default. */
    SAFE,
    /** Nothing: for data that nobody misses, such as that of a test. */
    DISPOSABLE;

    List<String> initOptions() {
        return switch (this) {
            case SAFE -> List.of();
            case DISPOSABLE -> List.of("--no-sync");
        };
    }

    String serverOptions() {
        return switch (this) {
            case SAFE -> "";
            case DISPOSABLE -> " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        };
    }
}

package io.github.dbsync.embedded;

import java.nio.file.Path;

/** Where this user's programs keep what can be made again (XDG Base Directory Specification). */
final class UserCache {

    private UserCache() {}

    static Path folder() {
        String cacheHome = System.getenv("XDG_CACHE_HOME");
        Path caches = cacheHome == null || cacheHome.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(cacheHome);
        return caches.resolve("dbsync").resolve("postgres");
    }
}

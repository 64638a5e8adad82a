package io.github.dbsync.embedded;

import java.util.Locale;

/** What this machine is. */
final class Platform {

    private Platform() {}

    static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}

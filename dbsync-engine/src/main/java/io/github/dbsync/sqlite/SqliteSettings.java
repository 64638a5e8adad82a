package io.github.dbsync.sqlite;

import java.util.List;
import java.util.Map;

/** What a database keeps for itself, taken over into a new one (SQLite docs, "PRAGMA Statements"). */
final class SqliteSettings {

    /** These hold only where they are set before the first table is made. */
    private static final List<String> OF_FILE_FORMAT = List.of("page_size", "encoding", "auto_vacuum");

    private static final List<String> OF_APPLICATION = List.of("user_version", "application_id");

    /** About 48 MB, whatever the size of a page: rows are looked up in indexes where SQLite inserts or checks them. */
    private static final String CACHE = "-49152";

    private SqliteSettings() {}

    /**
     * The new file is worth nothing until it is in place: no journal, and no waiting for the disk until the end. Virtual tables
     * come back as rows of the schema, and statistics as tables whose names are SQLite's own.
     */
    static void beforeLoad(SqliteDatabase database, Map<String, String> settings) {
        OF_FILE_FORMAT.forEach(name -> take(database, name, settings));
        database.execute("PRAGMA journal_mode = OFF");
        database.execute("PRAGMA synchronous = OFF");
        database.execute("PRAGMA cache_size = " + CACHE);
        database.execute("PRAGMA foreign_keys = OFF");
        database.execute("PRAGMA writable_schema = ON");
        OF_APPLICATION.forEach(name -> take(database, name, settings));
    }

    /** WAL mode is kept in the file. Its files beside it go with the last connection. */
    static void afterLoad(SqliteDatabase database, Map<String, String> settings) {
        if (isInWalMode(settings)) {
            database.execute("PRAGMA journal_mode = DELETE");
            database.execute("PRAGMA journal_mode = WAL");
        }
    }

    /** What a new database is given before it has tables, as a script says it. */
    static List<String> beforeTables(Map<String, String> settings) {
        return pragmas(OF_FILE_FORMAT, settings);
    }

    /** What a database is given at any time, as a script says it. */
    static List<String> ofApplication(Map<String, String> settings) {
        return pragmas(OF_APPLICATION, settings);
    }

    private static List<String> pragmas(List<String> names, Map<String, String> settings) {
        return names.stream()
                .filter(name -> !settings.getOrDefault(name, "").isEmpty())
                .map(name -> pragma(name, settings.getOrDefault(name, "")))
                .toList();
    }

    static boolean isInWalMode(Map<String, String> settings) {
        return "wal".equalsIgnoreCase(settings.get("journal_mode"));
    }

    private static void take(SqliteDatabase database, String name, Map<String, String> settings) {
        String value = settings.get(name);
        if (value != null && !value.isEmpty()) {
            database.execute(pragma(name, value));
        }
    }

    private static String pragma(String name, String value) {
        return "PRAGMA " + name + " = " + SqliteNames.literal(value);
    }
}

package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.DumpFormat;
import io.github.dbsync.dialect.DumpedRows;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.memory.Memory;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database as a script for {@code sqlite3}, or for any program that runs SQL on a new file. Its rows are packed ones. */
final class SqliteDump implements DumpFormat {

    private final Map<String, String> settings;

    SqliteDump(Map<String, String> settings) {
        this.settings = settings;
    }

    /** Virtual tables are rows of the schema, as in the {@code .dump} of SQLite's own shell. */
    @Override
    public String beginning() {
        Stream<String> session = Stream.of("PRAGMA foreign_keys = OFF", "PRAGMA writable_schema = ON", "BEGIN");
        return text(Stream.of(
                        SqliteSettings.beforeTables(settings).stream(),
                        session,
                        SqliteSettings.ofApplication(settings).stream())
                .flatMap(statements -> statements));
    }

    @Override
    public String end() {
        return text(Stream.concat(
                Stream.of("COMMIT", "PRAGMA writable_schema = OFF"),
                SqliteSettings.isInWalMode(settings) ? Stream.of("PRAGMA journal_mode = 'wal'") : Stream.empty()));
    }

    private static String text(Stream<String> statements) {
        return statements.map(statement -> statement + ";\n").collect(Collectors.joining());
    }

    @Override
    public List<Statement> remember(Memory memory) {
        return SqliteMemory.statements(memory);
    }

    @Override
    public DumpedRows rows(Table table) {
        return new DumpedPackedRows(
                PackedRows.unpacked(table), Charset.forName(settings.getOrDefault("encoding", "UTF-8")));
    }
}

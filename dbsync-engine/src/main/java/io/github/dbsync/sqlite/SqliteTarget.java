package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Beginning;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.memory.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file as a target: a new file is built beside it, proven, and put in its place in one step. Until then the old file
 * is what everybody sees.
 */
public final class SqliteTarget implements Target {

    private final Path path;
    private final SqliteProblems problems;
    private @Nullable Source present;
    private @Nullable SqliteBuild build;

    private SqliteTarget(Path path) {
        this.path = path;
        this.problems = new SqliteProblems(path);
    }

    /** A file that may exist or not. Nothing is opened or made yet. */
    public static Target open(SqliteFile file) {
        return new SqliteTarget(file.path());
    }

    @Override
    public Catalog catalog() {
        return Files.exists(path)
                ? present().catalog()
                : new Catalog(SqliteCatalogReader.DIALECT, "", List.of(), List.of(), List.of(), Map.of());
    }

    @Override
    public long countRows(Table table) {
        return present().countRows(table);
    }

    @Override
    public Optional<InstantForm> instantForm(QualifiedName table, String column) {
        return Files.exists(path) ? present().instantForm(table, column) : Optional.empty();
    }

    private Source present() {
        if (present == null) {
            present = SqliteSource.look(path);
        }
        return present;
    }

    /** The whole file is held: SQLite has no lock of a table. */
    @Override
    public void hold(List<QualifiedName> replaced) {
        hold();
    }

    private void hold() {
        leavePresent();
        try {
            build = SqliteBuild.hold(SqliteFiles.of(path));
        } catch (IOException refused) {
            throw problems.exception(refused);
        }
    }

    @Override
    public void begin(Beginning beginning) {
        if (build == null) {
            hold();
        }
        build().begin(beginning);
    }

    private SqliteBuild build() {
        if (build == null) {
            throw new IllegalStateException("the target has not begun");
        }
        return build;
    }

    @Override
    public void execute(Statement statement) {
        build().execute(statement);
    }

    @Override
    public RowWriter write(Table table) {
        return RowWriters.of(build(), table);
    }

    @Override
    public void remember(Memory memory) {
        SqliteMemory.write(build().database(), memory);
    }

    @Override
    public void beginProof() {
        build().beginProof();
    }

    @Override
    public Source written() {
        return build().written();
    }

    @Override
    public void commit() {
        try {
            build().putInPlace();
            build = null;
        } catch (IOException refused) {
            throw problems.exception(refused);
        }
    }

    @Override
    public void close() {
        leavePresent();
        if (build != null) {
            try {
                build.close();
            } catch (IOException refused) {
                throw problems.exception(refused);
            } finally {
                build = null;
            }
        }
    }

    private void leavePresent() {
        if (present != null) {
            present.close();
            present = null;
        }
    }
}

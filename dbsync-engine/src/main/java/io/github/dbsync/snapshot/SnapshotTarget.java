package io.github.dbsync.snapshot;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.Digester;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Beginning;
import io.github.dbsync.dialect.DumpFormat;
import io.github.dbsync.dialect.DumpedRows;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.memory.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file as a target: what another target would execute becomes a script. It is written beside the place that it gets, and
 * its manifest comes last: without one, it is no snapshot.
 */
public final class SnapshotTarget implements Target {

    private final SnapshotDraft draft;
    private final DumpFormat format;
    private final SnapshotProblems problems;
    private final List<DumpedTable> tables = new ArrayList<>();
    private @Nullable ScriptOutput script;
    private @Nullable String sha256;
    private long bytes;

    private SnapshotTarget(SnapshotDraft draft, DumpFormat format) {
        this.draft = draft;
        this.format = format;
        this.problems = new SnapshotProblems(draft.script());
    }

    /** A file that is not there yet. Nothing is made before {@link #begin}. */
    public static Target open(SnapshotDraft draft, DumpFormat format) {
        return new SnapshotTarget(draft, format);
    }

    @Override
    public Catalog catalog() {
        return new Catalog(draft.content().catalog().dialect(), "", List.of(), List.of(), List.of(), Map.of());
    }

    @Override
    public long countRows(Table table) {
        throw new IllegalStateException("a snapshot has no tables before it is written");
    }

    /** Nobody else writes a snapshot of this name. */
    @Override
    public void hold(List<QualifiedName> replaced) {}

    /** The settings are the format's matter. */
    @Override
    public void begin(Beginning beginning) {
        writing(() -> {
            PrivateFile.createFolder(draft.folder());
            script = ScriptOutput.create(draft.unfinished(), draft.isCompressed());
            script().write(format.beginning());
        });
    }

    private ScriptOutput script() {
        if (script == null) {
            throw new IllegalStateException("the snapshot has not begun");
        }
        return script;
    }

    @Override
    public void execute(Statement statement) {
        writing(() -> script().write(statement.sql() + (endsWithComment(statement.sql()) ? "\n;\n\n" : ";\n\n")));
    }

    /** A view keeps the comment behind it, which goes on to the end of its line. */
    private static boolean endsWithComment(String sql) {
        return sql.indexOf("--", sql.lastIndexOf('\n') + 1) >= 0;
    }

    @Override
    public RowWriter write(Table table) {
        return new ScriptRows(table, format.rows(table));
    }

    @Override
    public void remember(Memory memory) {
        format.remember(memory).forEach(this::execute);
    }

    /** What was written is complete from here on. */
    @Override
    public Source written() {
        finish();
        return new SnapshotSource(
                new ScriptInput(draft.unfinished(), draft.isCompressed()), draft.script(), format, manifest());
    }

    private void finish() {
        if (sha256 == null) {
            writing(() -> {
                script().write(format.end());
                bytes = script().position();
                sha256 = script().finish();
            });
        }
    }

    private Manifest manifest() {
        return draft.manifest(bytes, String.valueOf(sha256), tables);
    }

    @Override
    public void commit() {
        finish();
        writing(() -> {
            Files.move(draft.unfinished(), draft.script(), StandardCopyOption.ATOMIC_MOVE);
            new ManifestFile(draft.script()).write(manifest());
            PrivateFile.syncFolder(draft.folder());
        });
    }

    @Override
    public void close() {
        writing(() -> {
            if (script != null) {
                script.close();
                Files.deleteIfExists(draft.unfinished());
            }
        });
    }

    private void writing(Writing writing) {
        try {
            writing.write();
        } catch (IOException refused) {
            throw problems.notWritten(refused);
        }
    }

    /** Something that is written. */
    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    /** The rows of a table on their way into the script. */
    private final class ScriptRows implements RowWriter {
        private final Table table;
        private final DumpedRows rows;
        private final Digester digester = new Digester();
        private final long position;
        private final long line;

        ScriptRows(Table table, DumpedRows rows) {
            this.table = table;
            this.rows = rows;
            try {
                this.position = script().position();
                this.line = script().line();
            } catch (IOException refused) {
                throw problems.notWritten(refused);
            }
            writing(() -> script().write(rows.head()));
        }

        @Override
        public void write(Batch batch) {
            digester.add(batch);
            writing(() -> rows.write(batch, script()));
        }

        @Override
        public void finish() {
            writing(() -> script().write(rows.tail()));
            tables.add(new DumpedTable(
                    table.name(), digester.digest().rows(), digester.digest().hex(), position, line));
        }

        /** What was not finished is given up with the script. */
        @Override
        public void close() {}
    }
}

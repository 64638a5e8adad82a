package io.github.dbsync.bench;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.sqlite.SqliteSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of the workload {@link Workload#WIDE}, few enough to be in memory, for loops that take them one after the other. */
public final class LoopRows implements AutoCloseable {

    /** Of ten mixed columns. */
    public static final int WIDE = 20_000;

    /** Narrow ones, with two indexes. */
    public static final int NARROW = 2 * WIDE;

    private final Path folder;
    private final Source source;

    private LoopRows(Path folder, Source source) {
        this.folder = folder;
        this.source = source;
    }

    public static LoopRows make() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("dbsync-loops");
        Path file = folder.resolve("rows.db");
        Workload.WIDE.make(file, WIDE / 1e6);
        return new LoopRows(folder, SqliteSource.open(new SqliteFile(file)));
    }

    /** Where nothing else is. */
    Path folder() {
        return folder;
    }

    Source source() {
        return source;
    }

    public Table table(String name) {
        return source.catalog().lookupTable(QualifiedName.of(name)).orElseThrow();
    }

    /** All rows of a table, read by the pages of the file. */
    public List<Batch> batches(Table table) {
        List<Batch> batches = new ArrayList<>();
        try (RowReader reader = source.read(table)) {
            Batch batch = Batch.of(table);
            while (reader.next(batch)) {
                batches.add(batch);
                batch = Batch.of(table);
            }
        }
        return batches;
    }

    @Override
    public void close() throws IOException {
        source.close();
        Files.deleteIfExists(folder.resolve("rows.db"));
        Files.delete(folder);
    }
}

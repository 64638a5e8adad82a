package io.github.dbsync.bench;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.Digester;
import io.github.dbsync.batch.TableDigest;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.sqlite.SqliteDialect;
import io.github.dbsync.sqlite.SqliteTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From the pages of a SQLite file to batches, from batches to the digest, and from batches to pages of a new file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PageLoops {

    private LoopRows rows;
    private Table wide;
    private Table narrow;
    private List<Batch> wideBatches;
    private List<Batch> narrowBatches;

    @Setup
    public void make() throws IOException, SQLException {
        rows = LoopRows.make();
        wide = rows.table("wide");
        narrow = rows.table("narrow");
        wideBatches = rows.batches(wide);
        narrowBatches = rows.batches(narrow);
    }

    @TearDown
    public void remove() throws IOException {
        rows.close();
    }

    @Benchmark
    @OperationsPerInvocation(LoopRows.WIDE)
    public long readPages() {
        long read = 0;
        try (RowReader reader = rows.source().read(wide)) {
            Batch batch = Batch.of(wide);
            while (reader.next(batch)) {
                read += batch.rows();
            }
        }
        return read;
    }

    @Benchmark
    @OperationsPerInvocation(LoopRows.WIDE)
    public TableDigest digest() {
        Digester digester = new Digester();
        wideBatches.forEach(digester::add);
        return digester.digest();
    }

    @Benchmark
    @OperationsPerInvocation(LoopRows.WIDE)
    public void writePages() {
        write(wide, wideBatches);
    }

    @Benchmark
    @OperationsPerInvocation(LoopRows.NARROW)
    public void writePagesOfTwoIndexes() {
        write(narrow, narrowBatches);
    }

    /** The new file is given up, so that SQLite does not check it. */
    private void write(Table table, List<Batch> batches) {
        Path file = rows.folder().resolve("written.db");
        try (Target target = SqliteTarget.open(new SqliteFile(file))) {
            target.begin(rows.source().catalog().settings());
            new SqliteDialect().create(table).beforeRows().forEach(target::execute);
            try (RowWriter writer = target.write(table)) {
                batches.forEach(writer::write);
                writer.finish();
            }
        }
    }
}

package io.github.dbsync.postgres;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.bench.LoopRows;
import io.github.dbsync.catalog.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
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

/** From batches to binary COPY and back, without a server; in the package of the classes that it measures. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CopyLoops {

    private static final int BUFFER_BYTES = 1 << 20;

    private final CopyBuffer buffer = new CopyBuffer(BUFFER_BYTES);
    private Table table;
    private List<ColumnForm> forms;
    private List<Batch> batches;
    private List<byte[]> messages;

    @Setup
    public void make() throws IOException, SQLException {
        try (LoopRows rows = LoopRows.make()) {
            table = rows.table("wide");
            batches = rows.batches(table);
        }
        forms = table.storedColumns().stream()
                .map(column -> PostgresTypes.form(column.logical()))
                .toList();
        messages = messages();
    }

    /** A row each, the header before the first, as the server sends them. */
    private List<byte[]> messages() {
        List<byte[]> rows = new ArrayList<>();
        BinaryCopyEncoder encoder = new BinaryCopyEncoder(forms);
        buffer.clear();
        encoder.begin(buffer);
        for (Batch batch : batches) {
            for (int row = 0; row < batch.rows(); row++) {
                encoder.encode(batch, row, buffer);
                rows.add(Arrays.copyOf(buffer.array(), buffer.size()));
                buffer.clear();
            }
        }
        return rows;
    }

    @Benchmark
    @OperationsPerInvocation(LoopRows.WIDE)
    public long encode() {
        long bytes = 0;
        BinaryCopyEncoder encoder = new BinaryCopyEncoder(forms);
        for (Batch batch : batches) {
            buffer.clear();
            for (int row = 0; row < batch.rows(); row++) {
                encoder.encode(batch, row, buffer);
            }
            bytes += buffer.size();
        }
        return bytes;
    }

    @Benchmark
    @OperationsPerInvocation(LoopRows.WIDE)
    public long decode() {
        long rows = 0;
        BinaryCopyDecoder decoder = new BinaryCopyDecoder(forms);
        Batch batch = Batch.of(table);
        for (byte[] message : messages) {
            decoder.decode(message, batch);
            if (batch.isFull()) {
                rows += batch.rows();
                batch.clear();
            }
        }
        return rows + batch.rows();
    }
}

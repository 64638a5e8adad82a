package io.github.dbsync.transfer;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.Digester;
import io.github.dbsync.batch.TableDigest;
import io.github.dbsync.catalog.Carrier;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.ReadingThreads;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.feedback.Interruption;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.plan.TablePlan;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;

/** Moves the rows of one table: the reading thread reads and digests, the calling thread writes. */
final class TableCopy {

    private final TablePlan plan;
    private final Source source;
    private final Target target;
    private final Progress progress;
    private final Table readable;
    private final BatchExchange exchange;

    TableCopy(TablePlan plan, Source source, Target target, Progress progress) {
        this.plan = plan;
        this.source = source;
        this.target = target;
        this.progress = progress;
        this.readable = plan.readable();
        this.exchange = new BatchExchange(readable);
    }

    TableTransfer run(ReadingThreads readingThread) {
        long start = System.nanoTime();
        Future<TableDigest> reading = readingThread.submit(this::read);
        long bytes = write(reading);
        TableDigest digest = ReadingThreads.await(reading);
        return new TableTransfer(plan, digest, bytes, Duration.ofNanos(System.nanoTime() - start));
    }

    private TableDigest read() throws InterruptedException {
        try (RowReader rows = source.read(readable)) {
            Digester digester = new Digester();
            Batch batch = exchange.takeEmpty();
            while (rows.next(batch)) {
                digester.add(batch);
                exchange.putFull(batch);
                batch = exchange.takeEmpty();
            }
            return digester.digest();
        } finally {
            exchange.end();
        }
    }

    private long write(Future<TableDigest> reading) {
        try (RowWriter rows = target.write(plan.writable())) {
            long bytes = writeAll(rows);
            ReadingThreads.await(reading);
            rows.finish();
            return bytes;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Interruption.exception(interrupted);
        } finally {
            giveUp(reading);
        }
    }

    private long writeAll(RowWriter rows) throws InterruptedException {
        long done = 0;
        long bytes = 0;
        Optional<Batch> next = exchange.takeFull();
        while (next.isPresent()) {
            Batch batch = next.get();
            rows.write(batch);
            done += batch.rows();
            bytes += size(batch);
            exchange.putEmpty(batch);
            progress.rows(plan.source().name().toString(), done, plan.sourceRows());
            next = exchange.takeFull();
        }
        return bytes;
    }

    private long size(Batch batch) {
        long fixed = readable.storedColumns().stream()
                .filter(column -> column.logical().carrier() != Carrier.BYTES)
                .count();
        return batch.byteSize() + fixed * Long.BYTES * batch.rows();
    }

    /** Where writing failed, nobody needs the rest; who closes the reading threads waits until the reader is out of the source. */
    private static void giveUp(Future<TableDigest> reading) {
        if (!reading.isDone()) {
            reading.cancel(true);
        }
    }
}

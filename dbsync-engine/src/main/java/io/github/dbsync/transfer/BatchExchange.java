package io.github.dbsync.transfer;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Table;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Batches on their way between the reading and the writing thread: full ones go one way, emptied ones come back. As there are
 * only a few of them, a fast reader waits for a slow writer and the heap stays flat.
 */
final class BatchExchange {

    private static final int BATCHES = 4;

    private final BlockingQueue<Batch> empty = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<Optional<Batch>> full = new ArrayBlockingQueue<>(BATCHES + 1);

    BatchExchange(Table table) {
        for (int i = 0; i < BATCHES; i++) {
            empty.add(Batch.of(table));
        }
    }

    /** For the reader: a batch to fill. */
    Batch takeEmpty() throws InterruptedException {
        return empty.take();
    }

    /** For the reader: hands a filled batch over. */
    void putFull(Batch batch) throws InterruptedException {
        full.put(Optional.of(batch));
    }

    /** For the reader: says that no more batches come. The queue has room for it. */
    void end() {
        full.add(Optional.empty());
    }

    /** For the writer: the next filled batch, or nothing at the end. */
    Optional<Batch> takeFull() throws InterruptedException {
        return full.take();
    }

    /** For the writer: gives a batch back. The queue has room for it. */
    void putEmpty(Batch batch) {
        batch.clear();
        empty.add(batch);
    }
}

package io.github.dbsync.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** When an end may be closed. */
class ReadingThreadsTest {

    @Test
    void who_is_interrupted_still_waits_until_nobody_reads() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean left = new AtomicBoolean();
        ReadingThreads threads = new ReadingThreads(1);
        Future<Boolean> reading = threads.submit(() -> {
            begun.countDown();
            while (!Thread.interrupted()) {
                Thread.onSpinWait();
            }
            LockSupport.parkNanos(50_000_000);
            left.set(true);
            return true;
        });
        begun.await();

        Thread.currentThread().interrupt();
        threads.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(left).isTrue();
        assertThat(reading).isDone();
    }
}

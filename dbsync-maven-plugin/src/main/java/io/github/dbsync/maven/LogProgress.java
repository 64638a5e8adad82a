package io.github.dbsync.maven;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;

/** Progress where nobody watches: a line for each stage, and one every few seconds on long work. */
final class LogProgress implements ConsoleProgress {

    private static final long INTERVAL = Duration.ofSeconds(5).toNanos();

    private final Log log;
    private final LongSupplier nanoTime;
    private long lastLine;

    LogProgress(Log log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.lastLine = nanoTime.getAsLong();
    }

    @Override
    public synchronized void stage(String stage) {
        log.info("dbsync: " + stage);
        lastLine = nanoTime.getAsLong();
    }

    @Override
    public synchronized void rows(String table, long done, long total) {
        long now = nanoTime.getAsLong();
        if (now - lastLine >= INTERVAL) {
            log.info(line(table, done, total));
            lastLine = now;
        }
    }

    @Override
    public void close() {
        // A line once printed stays.
    }

    private static String line(String table, long done, long total) {
        String rows = String.format(Locale.ROOT, "  %s: %,d", table, done);
        return total < 0 ? rows + " rows" : rows + String.format(Locale.ROOT, " of %,d rows", total);
    }
}

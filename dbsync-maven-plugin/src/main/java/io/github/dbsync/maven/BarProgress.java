package io.github.dbsync.maven;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Progress in a terminal: a bar for the table at work, gone when the table is done. */
final class BarProgress implements ConsoleProgress {

    private static final int UPDATE_MILLIS = 200;

    private final Log log;
    private final PrintWriter terminal;
    private @Nullable ProgressBar bar;

    BarProgress(Log log, PrintWriter terminal) {
        this.log = log;
        this.terminal = terminal;
    }

    @Override
    public synchronized void stage(String stage) {
        close();
        log.info("dbsync: " + stage);
    }

    @Override
    public synchronized void rows(String table, long done, long total) {
        barOf(table, total).stepTo(done);
    }

    private ProgressBar barOf(String table, long total) {
        ProgressBar current = bar;
        if (current == null || !current.getTaskName().equals(table)) {
            close();
            current = newBar(table, total);
            bar = current;
        }
        return current;
    }

    private ProgressBar newBar(String table, long total) {
        return new ProgressBarBuilder()
                .setTaskName(table)
                .setInitialMax(total)
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new TerminalLine(terminal))
                .build();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}

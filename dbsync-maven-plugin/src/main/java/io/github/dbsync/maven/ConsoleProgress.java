package io.github.dbsync.maven;

import io.github.dbsync.feedback.Progress;
import java.io.PrintWriter;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Progress on the console, until it is closed. */
interface ConsoleProgress extends Progress, AutoCloseable {

    /** A bar where somebody watches, a line now and then where not; neither where Maven was told to be quiet. */
    static ConsoleProgress of(Log log, Optional<PrintWriter> terminal) {
        return terminal.filter(writer -> log.isInfoEnabled())
                .<ConsoleProgress>map(writer -> new BarProgress(log, writer))
                .orElseGet(() -> new LogProgress(log, System::nanoTime));
    }

    @Override
    void close();
}

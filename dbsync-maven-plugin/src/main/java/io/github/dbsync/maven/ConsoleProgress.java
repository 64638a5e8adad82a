package io.github.dbsync.maven;

import io.github.dbsync.feedback.Progress;
import java.io.Console;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Progress on the console, until it is closed. */
interface ConsoleProgress extends Progress, AutoCloseable {

    /** A bar where somebody watches, a line now and then where not. */
    static ConsoleProgress of(Log log, Optional<Console> terminal) {
        return terminal.<ConsoleProgress>map(console -> new BarProgress(log, console.writer()))
                .orElseGet(() -> new LogProgress(log, System::nanoTime));
    }

    @Override
    void close();
}

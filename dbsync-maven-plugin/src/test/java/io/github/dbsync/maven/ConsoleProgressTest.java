package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private final StringWriter terminal = new StringWriter();

    @Test
    void a_terminal_has_a_bar() {
        report(new RecordingLog());

        assertThat(terminal.toString()).contains("Album");
    }

    @Test
    void a_terminal_of_a_quiet_build_has_none() {
        report(new RecordingLog() {
            @Override
            public boolean isInfoEnabled() {
                return false;
            }
        });

        assertThat(terminal.toString()).isEmpty();
    }

    private void report(RecordingLog log) {
        try (ConsoleProgress progress = ConsoleProgress.of(log, Optional.of(new PrintWriter(terminal)))) {
            progress.rows("Album", 1, 2);
        }
    }
}

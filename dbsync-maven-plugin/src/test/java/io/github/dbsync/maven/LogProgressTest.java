package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locale")
class LogProgressTest {

    private final AtomicLong clock = new AtomicLong();
    private final RecordingLog log = new RecordingLog();
    private final LogProgress progress = new LogProgress(log, clock::get);

    @Test
    void says_nothing_of_short_work() {
        progress.stage("transfer");
        after(4);
        progress.rows("Album", 1000, 2000);

        assertThat(log.lines()).containsExactly("INFO dbsync: transfer");
    }

    @Test
    void says_a_line_every_five_seconds_of_long_work() {
        after(5);
        progress.rows("Album", 1_000_000, 2_000_000);
        after(3);
        progress.rows("Album", 1_500_000, 2_000_000);
        after(2);
        progress.rows("Track", 10, -1);

        assertThat(log.lines()).containsExactly("INFO   Album: 1,000,000 of 2,000,000 rows", "INFO   Track: 10 rows");
    }

    private void after(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}

package io.github.dbsync.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    private Path folder;

    @Test
    void a_heap_that_is_too_small_is_told() {
        DbSyncException told = catchThrowableOfType(
                DbSyncException.class,
                () -> new ReportFile(folder).around(draft -> {
                    throw new OutOfMemoryError("Java heap space");
                }));

        assertThat(told.problem().code()).isEqualTo(ProblemCode.OUT_OF_MEMORY);
        assertThat(told.problem().remedy()).contains("MAVEN_OPTS=-Xmx2g");
        assertThat(folder.resolve("report.json")).content().contains("DBSYNC-506");
    }
}

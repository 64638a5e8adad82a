package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders are made and moved together with files, all or none, wherever a process is killed. */
class FolderEditsTest {

    private static final int KILLS = 8;

    @TempDir
    Path folder;

    private List<FileEdit> edits;

    /** One folder makes room for another one, a third is new, and a file changes with them. */
    @BeforeEach
    void threeFoldersAndAFile() throws IOException {
        write("current/1/up.sql", "current");
        write("archive/1/up.sql", "archive");
        write("file", "old");
        edits = List.of(
                FileEdit.move(folder.resolve("current"), folder.resolve("kept")),
                FileEdit.move(folder.resolve("archive"), folder.resolve("current")),
                FileEdit.createFolder(
                        folder.resolve("archive"), Map.of("0/up.sql", bytes("new")), folder.resolve("current")),
                FileEdit.change(folder.resolve("file"), bytes("old"), bytes("new")));
    }

    @Test
    void each_folder_takes_the_place_that_another_one_leaves() throws IOException {
        FileEdits.apply(folder, edits);

        assertThat(files())
                .isEqualTo(Map.of(
                        "kept/1/up.sql", "current",
                        "current/1/up.sql", "archive",
                        "archive/0/up.sql", "new",
                        "file", "new"));
    }

    @Test
    void a_new_folder_is_readable_for_whoever_could_read_the_other_one() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("current"), PosixFilePermissions.fromString("rwxr-x--x"));

        FileEdits.apply(folder, edits);

        assertThat(permissions("archive/0")).isEqualTo("rwxr-x--x");
        assertThat(permissions("archive/0/up.sql")).isEqualTo("rw-r-----");
    }

    @Test
    void wherever_it_was_interrupted_the_next_run_finishes_it() throws IOException {
        Map<String, String> before = files();
        for (int done = 0; done <= edits.size(); done++) {
            Journal journal = FileEdits.journal(edits);
            FileEdits.stage(folder, edits, journal);
            for (Journal.Entry entry : journal.entries().subList(0, done)) {
                DurableFiles.replace(Path.of(entry.path()), Path.of(entry.staged()));
            }

            assertThat(FileEdits.recover(folder)).extracting(Problem::code).containsOnly(ProblemCode.SWITCH_COMPLETED);
            assertThat(files()).as("interrupted after %s", done).hasSize(4).containsEntry("kept/1/up.sql", "current");

            DurableFiles.delete(folder.resolve("archive"));
            Files.move(folder.resolve("current"), folder.resolve("archive"));
            Files.move(folder.resolve("kept"), folder.resolve("current"));
            write("file", "old");
            assertThat(files()).isEqualTo(before);
        }
    }

    @Test
    void interrupted_before_everything_was_ready_nothing_has_moved() throws IOException {
        Map<String, String> before = files();
        FileEdits.journal(edits).write(folder);
        write("archive.dbsync-new/0/up.sql", "ne");

        assertThat(FileEdits.recover(folder)).isEmpty();

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void nothing_changes_where_the_new_place_is_taken() throws IOException {
        write("kept/mine", "mine");
        Map<String, String> before = files();

        assertThatThrownBy(() -> FileEdits.apply(folder, edits)).hasMessageContaining("changed meanwhile");

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void what_was_put_into_a_folder_after_a_crash_is_not_moved_unseen() throws IOException {
        FileEdits.stage(folder, edits, FileEdits.journal(edits));
        write("current/2/up.sql", "mine");

        assertThatThrownBy(() -> FileEdits.recover(folder)).isInstanceOfSatisfying(DbSyncException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(ProblemCode.FILE_CHANGED_MEANWHILE);
            assertThat(refused.problem().where())
                    .isEqualTo(folder.resolve("current").toString());
            assertThat(refused.problem().remedy())
                    .contains("Move it to " + folder.resolve("kept"), ".dbsync/switch.json");
        });
        assertThat(folder.resolve("current/2/up.sql")).hasContent("mine");
    }

    @Test
    void a_killed_process_has_moved_all_or_none() throws Exception {
        write("file", "current");
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = startMoving();
            assertThat(process.getInputStream().readNBytes(1 + kill)).hasSize(1 + kill);
            process.destroyForcibly().waitFor();

            FileEdits.recover(folder);

            String here = Files.readString(folder.resolve("current/1/up.sql"));
            assertThat(folder.resolve("file")).hasContent(here);
            assertThat(files()).hasSize(3);
        }
    }

    /** Lets two folders change places, and a file say which is where, again and again, until it is killed. */
    public static final class EndlessMoving {

        private EndlessMoving() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Path file = folder.resolve("file");
            while (true) {
                if (Files.exists(folder.resolve("archive"))) {
                    byte[] there = Files.readAllBytes(folder.resolve("archive/1/up.sql"));
                    FileEdits.apply(
                            folder,
                            List.of(
                                    FileEdit.move(folder.resolve("current"), folder.resolve("kept")),
                                    FileEdit.move(folder.resolve("archive"), folder.resolve("current")),
                                    FileEdit.change(file, Files.readAllBytes(file), there)));
                }
                FileEdits.apply(folder, List.of(FileEdit.move(folder.resolve("kept"), folder.resolve("archive"))));
                System.out.write('.');
                System.out.flush();
            }
        }
    }

    private Process startMoving() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EndlessMoving.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walked = Files.walk(folder)) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEditsTest {

    private static final int KILLS = 8;

    @TempDir
    Path folder;

    @Test
    void makes_all_edits_and_leaves_nothing_beside() throws IOException {
        List<FileEdit> edits = edits("old", "new");

        FileEdits.apply(folder, edits);

        assertThat(contents()).containsExactly("new", "new", "new");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void keeps_permissions_and_creates_secrets_for_the_owner_alone() throws IOException {
        List<FileEdit> edits = edits("old", "new");
        Files.setPosixFilePermissions(folder.resolve("a"), PosixFilePermissions.fromString("rw-r-----"));
        Files.setPosixFilePermissions(folder.resolve("b"), PosixFilePermissions.fromString("rwxrwxrwx"));

        FileEdits.apply(folder, edits);

        assertThat(permissions("a")).isEqualTo("rw-r-----");
        assertThat(permissions("b")).isEqualTo("rwxrwxrwx");
        assertThat(permissions("new/c")).isEqualTo("rw-------");
    }

    @Test
    void edits_the_file_behind_a_link() throws IOException {
        Files.writeString(folder.resolve("real"), "A=1\n");
        Files.createSymbolicLink(folder.resolve(".env"), Path.of("real"));
        ConfigFile file = ConfigFile.readIfPresent(folder.resolve(".env")).orElseThrow();

        FileEdits.apply(folder, List.of(file.replace(Map.of(new Span(2, 3), "2"))));

        assertThat(Files.isSymbolicLink(folder.resolve(".env"))).isTrue();
        assertThat(folder.resolve("real")).hasContent("A=2\n");
    }

    @Test
    void refuses_when_a_file_changed_meanwhile_and_changes_nothing() throws IOException {
        List<FileEdit> edits = edits("old", "new");
        Files.writeString(folder.resolve("b"), "mine");

        assertThatThrownBy(() -> FileEdits.apply(folder, edits))
                .isInstanceOfSatisfying(DbSyncException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.FILE_CHANGED_MEANWHILE);
                    assertThat(refused.problem().where())
                            .isEqualTo(folder.resolve("b").toString());
                    assertThat(refused.problem().remedy()).isEqualTo("Run dbsync again");
                });
        assertThat(contents()).containsExactly("old", "mine", "-");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void refuses_to_create_a_file_that_has_appeared_meanwhile() throws IOException {
        List<FileEdit> edits = edits("old", "new");
        Files.createDirectory(folder.resolve("new"));
        Files.writeString(folder.resolve("new/c"), "mine");

        assertThatThrownBy(() -> FileEdits.apply(folder, edits)).hasMessageContaining("changed meanwhile");
        assertThat(contents()).containsExactly("old", "old", "mine");
    }

    @Test
    void changes_nothing_where_a_new_content_cannot_be_written() throws IOException {
        List<FileEdit> edits = edits("old", "new");
        Files.writeString(folder.resolve("new"), "a file where a folder must be");

        assertThatThrownBy(() -> FileEdits.apply(folder, edits))
                .isInstanceOfSatisfying(DbSyncException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.FILE_NOT_WRITABLE);
                    assertThat(refused.problem().remedy()).contains("-Ddbsync.switch=false");
                });
        assertThat(contents()).startsWith("old", "old");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void changes_nothing_where_no_journal_can_be_kept() throws IOException {
        List<FileEdit> edits = edits("old", "new");
        Files.writeString(folder.resolve(".dbsync"), "a file where a folder must be");

        assertThatThrownBy(() -> FileEdits.apply(folder, edits)).hasMessageContaining("-Ddbsync.switch=false");
        assertThat(contents()).containsExactly("old", "old", "-");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void a_crash_between_two_files_is_finished_by_the_next_run() throws IOException {
        List<FileEdit> edits = edits("old", "new");
        FileEdits.stage(folder, edits, journal(edits));
        replaceFirstAsBeforeACrash();
        assertThat(contents()).containsExactly("new", "old", "-");

        List<Problem> notes = FileEdits.recover(folder);

        assertThat(contents()).containsExactly("new", "new", "new");
        assertThat(notes).extracting(Problem::code).containsOnly(ProblemCode.SWITCH_COMPLETED);
        assertThat(notes)
                .extracting(Problem::where)
                .contains(folder.resolve("b").toString());
        assertThat(leftovers()).isEmpty();
        assertThat(FileEdits.recover(folder)).isEmpty();
    }

    @Test
    void a_crash_before_all_contents_are_written_is_undone_by_the_next_run() throws IOException {
        List<FileEdit> edits = edits("old", "new");
        journal(edits).write(folder);
        Files.writeString(folder.resolve("a.dbsync-new"), "ne");

        assertThat(FileEdits.recover(folder)).isEmpty();

        assertThat(contents()).containsExactly("old", "old", "-");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void refuses_to_finish_over_an_edit_made_after_the_crash() throws IOException {
        List<FileEdit> edits = edits("old", "new");
        FileEdits.stage(folder, edits, journal(edits));
        replaceFirstAsBeforeACrash();
        Files.writeString(folder.resolve("b"), "mine");

        assertThatThrownBy(() -> FileEdits.recover(folder)).isInstanceOfSatisfying(DbSyncException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(ProblemCode.FILE_CHANGED_MEANWHILE);
            assertThat(refused.problem().remedy()).contains("b.dbsync-new", ".dbsync/switch.json");
        });
        assertThat(folder.resolve("b")).hasContent("mine");
    }

    @Test
    void a_killed_process_leaves_the_old_world_or_the_new_one() throws Exception {
        Files.writeString(folder.resolve("a"), "0");
        Files.writeString(folder.resolve("b"), "0");
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = startEditing(folder);
            int first = process.getInputStream().read();
            for (int more = 0; more < kill; more++) {
                process.getInputStream().read();
            }
            process.destroyForcibly().waitFor();

            FileEdits.recover(folder);

            assertThat(first).isNotEqualTo(-1);
            assertThat(folder.resolve("a")).hasContent(Files.readString(folder.resolve("b")));
            assertThat(leftovers()).isEmpty();
        }
    }

    /** Edits both files of a folder together, again and again, until it is killed. */
    public static final class EndlessEditing {

        private EndlessEditing() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            for (int next = 1; true; next++) {
                byte[] after = (next + " in " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
                FileEdits.apply(
                        folder, List.of(change(folder.resolve("a"), after), change(folder.resolve("b"), after)));
                System.out.write('.');
                System.out.flush();
            }
        }

        private static FileEdit change(Path file, byte[] after) throws IOException {
            return FileEdit.change(file, Files.readAllBytes(file), after);
        }
    }

    private static Process startEditing(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EndlessEditing.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Journal journal(List<FileEdit> edits) {
        return FileEdits.journal(edits);
    }

    private void replaceFirstAsBeforeACrash() throws IOException {
        Files.move(folder.resolve("a.dbsync-new"), folder.resolve("a"), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<FileEdit> edits(String before, String after) throws IOException {
        byte[] old = before.getBytes(StandardCharsets.UTF_8);
        byte[] changed = after.getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("a"), old);
        Files.write(folder.resolve("b"), old);
        return List.of(
                FileEdit.change(folder.resolve("a"), old, changed),
                FileEdit.change(folder.resolve("b"), old, changed),
                FileEdit.create(folder.resolve("new/c"), changed));
    }

    private List<String> contents() throws IOException {
        return List.of(content("a"), content("b"), content("new/c"));
    }

    private String content(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "-";
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".dbsync-new") || name.equals("switch.json"))
                    .toList();
        }
    }
}

package io.github.dbsync.tag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.appconfig.EndsFinder;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.report.LastSyncFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags of the real git: what they record, and what stands against them. Whatever is refused leaves no tag behind. */
class TagTest {

    private static final String NAME = "v1.0.0-db-sync";

    /** What a sync of two tables leaves in the project; one name has characters that lines cannot have. */
    private static final String LAST_SYNC = """
            {"started": "2026-01-31T12:00:00Z", "source": "SQLite file shop.db", "target": "PostgreSQL database shop on db",
             "verify": "digest", "snapshot": "/project/.dbsync/snapshots/1 shop-undo.sql", "snapshotSha256": "5e1f",
             "schemas": [{"dialect": "postgresql", "fingerprint": "77aa"}, {"dialect": "sqlite", "fingerprint": "12ab"}], "tables": [
               {"source": "item", "target": "public.item", "rows": 2, "digest": "0412c712aa9c1d8b571468e8b09c32ef"},
               {"source": "a\\tb\\\\n", "target": "public.a\\tb\\\\n", "rows": 1, "digest": "8e4bbb4c8fce653cd7dab536f4bf62a0"}]}
            """;

    @TempDir
    private Path folder;

    private Path project;
    private Path remote;

    @BeforeEach
    void a_project_with_a_remote() throws Exception {
        project = Files.createDirectory(folder.resolve("project"));
        remote = folder.resolve("remote.git");
        git(folder, "init", "--quiet", "--bare", remote.toString());
        git("init", "--quiet");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.org");
        git("remote", "add", "origin", remote.toString());
        write("prisma/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n  url = \"file:./dev.db\"\n}\n");
        write(".dbsync/.gitignore", "*\n");
        write(".dbsync/last-sync.json", LAST_SYNC);
        git("add", "--all");
        git("commit", "--quiet", "--message=first");
    }

    @Test
    void a_tag_is_annotated_and_its_message_can_be_read_again() throws Exception {
        TagReport report = tag(NAME, null);

        assertThat(report.made()).isTrue();
        assertThat(git("cat-file", "-t", NAME)).isEqualTo("tag");
        assertThat(git("rev-parse", NAME + "^{commit}")).isEqualTo(report.commit());
        assertThat(git("for-each-ref", "--format=%(contents)", "refs/tags/" + NAME))
                .isEqualTo(report.message().strip())
                .startsWith("dbsync: 2 tables with 3 rows are the same on both sides")
                .contains("from:     SQLite file shop.db", "verified: digest")
                .contains("schema:   postgresql 77aa\nschema:   sqlite 12ab\nsnapshot: 1 shop-undo.sql 5e1f\n")
                .contains("0412c712aa9c1d8b571468e8b09c32ef\t2\titem\tpublic.item");
        assertThat(TagMessage.read(report.message())).hasValueSatisfying(message -> {
            assertThat(message.text()).isEqualTo(report.message());
            assertThat(message.sync().schemas()).containsEntry("sqlite", "12ab").hasSize(2);
            assertThat(message.sync().tables())
                    .extracting(table -> table.source())
                    .contains("a\tb\\n");
        });
    }

    @Test
    void a_tag_is_pushed_to_a_remote_by_its_name() throws Exception {
        tag(NAME, "origin");

        assertThat(git(remote, "cat-file", "-t", NAME)).isEqualTo("tag");
    }

    @Test
    void the_same_tag_again_is_left_as_it_is() throws Exception {
        tag(NAME, null);
        String made = git("rev-parse", NAME);

        assertThat(tag(NAME, null).made()).isFalse();
        assertThat(git("rev-parse", NAME)).isEqualTo(made);
    }

    @Test
    void worktrees_and_shallow_clones_are_tagged_too() throws Exception {
        Path worktree = folder.resolve("worktree");
        git("worktree", "add", "--quiet", worktree.toString());
        Path shallow = folder.resolve("shallow");
        git(folder, "clone", "--quiet", "--depth=1", project.toUri().toString(), shallow.toString());
        git(shallow, "config", "user.name", "Ada");
        git(shallow, "config", "user.email", "ada@example.org");
        for (Path copy : List.of(worktree, shallow)) {
            Files.createDirectories(copy.resolve(".dbsync"));
            Files.writeString(copy.resolve(".dbsync/.gitignore"), "*\n");
            Files.writeString(copy.resolve(".dbsync/last-sync.json"), LAST_SYNC);

            assertThat(tag(copy, copy.getFileName() + "-db-sync", null).made()).isTrue();
        }
        assertThat(git("tag", "--list")).contains("worktree-db-sync");
    }

    @Test
    void what_is_not_committed_stands_against_a_tag() throws Exception {
        write("prisma/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n  url = \"file:./other.db\"\n}\n");
        write("new.txt", "");

        Problem problem = refused(NAME, null);

        assertThat(problem.code()).isEqualTo(ProblemCode.WORK_TREE_NOT_CLEAN);
        assertThat(problem.where()).contains("prisma/schema.prisma", "new.txt");
        assertThat(problem.remedy()).contains(".gitignore", "git stash");
    }

    @Test
    void a_schema_that_git_passes_over_stands_against_a_tag() throws Exception {
        write(".gitignore", "prisma/\n");
        git("rm", "--quiet", "--cached", "prisma/schema.prisma");
        git("add", ".gitignore");
        git("commit", "--quiet", "--message=second");

        assertThat(refused(NAME, null).code()).isEqualTo(ProblemCode.SCHEMA_NOT_COMMITTED);
    }

    @Test
    void a_name_that_is_taken_stays_where_it_is() throws Exception {
        git("tag", NAME);
        String before = git("rev-parse", NAME);

        Problem problem = catchThrowableOfType(DbSyncException.class, () -> tag(NAME, null))
                .problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.TAG_TAKEN);
        assertThat(problem.remedy()).contains("-Ddbsync.tag=", "git tag --delete " + NAME);
        assertThat(git("rev-parse", NAME)).isEqualTo(before);
    }

    @Test
    void a_name_that_only_the_remote_has_is_taken_too() throws Exception {
        git("tag", NAME);
        git("push", "--quiet", "origin", NAME);
        git("tag", "--delete", NAME);

        assertThat(refused(NAME, "origin").where()).contains("origin");
    }

    @Test
    void a_remote_that_is_not_there_leaves_no_tag_here() throws Exception {
        Problem problem = refused(NAME, "upstream");

        assertThat(problem.code()).isEqualTo(ProblemCode.GIT_FAILED);
        assertThat(problem.why()).contains("upstream");
    }

    @Test
    void a_remote_that_refuses_takes_the_tag_back() throws Exception {
        Path hook = remote.resolve("hooks/pre-receive");
        Files.writeString(hook, "#!/bin/sh\necho no tags on Sundays\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();

        assertThat(refused(NAME, "origin").why()).contains("no tags on Sundays");
        assertThat(git(remote, "tag", "--list")).isEmpty();
    }

    @Test
    void names_that_git_does_not_take_are_refused_before_anything_is_made() throws Exception {
        for (String name : List.of("v1@{0}", "a b", "-d", "a..b", "")) {
            assertThat(refused(name, null).code()).isEqualTo(ProblemCode.TAG_NAME_INVALID);
        }
    }

    @Test
    void without_a_verified_sync_there_is_nothing_to_record() throws Exception {
        write(".dbsync/last-sync.json", LAST_SYNC.replace("\"digest\",", "\"count\","));
        assertThat(refused(NAME, null).why()).contains("verified by count only");

        Files.delete(project.resolve(".dbsync/last-sync.json"));
        assertThat(refused(NAME, null).code()).isEqualTo(ProblemCode.SYNC_NOT_VERIFIED);
    }

    @Test
    void a_folder_outside_every_repository_is_refused() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));

        Problem problem = catchThrowableOfType(DbSyncException.class, () -> tag(elsewhere, NAME, null))
                .problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.GIT_UNAVAILABLE);
        assertThat(problem.remedy()).contains("git init");
    }

    @Test
    void a_key_that_is_not_there_leaves_no_tag_behind() throws Exception {
        git("config", "gpg.program", "false");
        TagRequest signed = new TagRequest(ends(project), NAME, true, null);

        Problem problem =
                catchThrowableOfType(DbSyncException.class, () -> tag(signed)).problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.GIT_FAILED);
        assertThat(git("tag", "--list")).isEmpty();
    }

    private Problem refused(String name, @Nullable String pushedTo) throws Exception {
        Problem problem = catchThrowableOfType(DbSyncException.class, () -> tag(name, pushedTo))
                .problem();
        assertThat(git("tag", "--list")).isEmpty();
        return problem;
    }

    private TagReport tag(String name, @Nullable String pushedTo) {
        return tag(project, name, pushedTo);
    }

    private static TagReport tag(Path folder, String name, @Nullable String pushedTo) {
        return tag(new TagRequest(ends(folder), name, false, pushedTo));
    }

    private static TagReport tag(TagRequest request) {
        return Tagger.tag(
                request,
                EndsFinder.find(request.ends()),
                new LastSyncFile(request.ends().folder()).read());
    }

    private static EndsRequest ends(Path folder) {
        return new EndsRequest(folder, "sqlite", null, "dev.db", "embedded", null, Map.of());
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String git(String... command) throws IOException, InterruptedException {
        return git(project, command);
    }

    private static String git(Path where, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-C", where.toString()));
        line.addAll(List.of(command));
        Process git = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(git.waitFor()).as(output).isZero();
        return output;
    }
}

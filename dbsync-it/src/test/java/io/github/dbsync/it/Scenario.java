package io.github.dbsync.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sample project while it is tested: its log, its files, and what they were before. */
public final class Scenario {

    /** What Maven, the invoker and dbsync itself leave in a project. */
    private static final Set<String> TRACES = Set.of("build.log", "target", ".dbsync", ".before");

    private static final Pattern STACK_TRACE_LINE = Pattern.compile("\\bat [\\w.$]+ ?\\(\\w+\\.java:");

    private static final List<String> LIBRARY = List.of(
            "CREATE TABLE \"Author\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, \"name\" TEXT NOT NULL)",
            "CREATE TABLE \"Book\" (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, \"title\" TEXT NOT NULL,"
                    + " \"authorId\" INTEGER NOT NULL, CONSTRAINT \"Book_authorId_fkey\" FOREIGN KEY (\"authorId\")"
                    + " REFERENCES \"Author\" (\"id\") ON DELETE RESTRICT ON UPDATE CASCADE)",
            "INSERT INTO Author VALUES (1, 'Ursula'), (7, 'Stanisław')",
            "INSERT INTO Book VALUES (1, 'The Dispossessed', 1), (2, 'Solaris', 7), (3, 'Fiasco', 7)");

    private final Path folder;

    public Scenario(File basedir) {
        this.folder = basedir.toPath();
    }

    /** Makes a SQLite database by SQL statements. */
    public void makeSqlite(String file, String... statements) throws IOException, SQLException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        SqliteContent.make(path, statements);
    }

    /** Makes a SQLite database as Prisma would: two tables, a key between them, some rows; and whatever else. */
    public void makeLibrary(String file, String... more) throws IOException, SQLException {
        makeSqlite(file, Stream.concat(LIBRARY.stream(), Stream.of(more)).toArray(String[]::new));
    }

    /** Writes a file of the project. */
    public void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, UTF_8);
    }

    /** Puts all files of the project under version control that are there now, but those that git passes over. */
    public void makeRepository() throws IOException, InterruptedException {
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.org");
        git("add", "--all");
        git("commit", "--quiet", "--message=first");
    }

    /** Makes a repository in a folder of the project, and the project's {@code origin} of it. */
    public void makeRemote(String name) throws IOException, InterruptedException {
        git("init", "--quiet", "--bare", "--initial-branch=main", name);
        git("remote", "add", "origin", folder.resolve(name).toUri().toString());
        git("push", "--quiet", "--set-upstream", "origin", "main");
    }

    /** What the real git says to a command. */
    public String git(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-C", folder.toString()));
        line.addAll(List.of(command));
        Process git = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(git.waitFor()).as(output).isZero();
        return output;
    }

    /** Keeps every file as it is now. */
    public void remember() throws IOException {
        for (String file : files(folder)) {
            Path copy = before(file);
            Files.createDirectories(copy.resolveSibling("."));
            Files.copy(folder.resolve(file), copy);
        }
    }

    /** Everything that the builds printed. */
    public String getLog() throws IOException {
        return Files.readString(folder.resolve("build.log"), UTF_8);
    }

    /** How often the builds printed something. */
    public int countInLog(String words) throws IOException {
        return getLog().split(Pattern.quote(words), -1).length - 1;
    }

    public String text(String file) throws IOException {
        return Files.readString(folder.resolve(file), UTF_8);
    }

    public String textBefore(String file) throws IOException {
        return Files.readString(before(file), UTF_8);
    }

    /** What a SQLite file holds: its schema and every row, with the storage class of every value. */
    public List<String> content(String file) throws SQLException {
        return SqliteContent.of(folder.resolve(file));
    }

    /** What a SQLite file held when it was remembered. */
    public List<String> contentBefore(String file) throws SQLException {
        return SqliteContent.of(before(file));
    }

    /** The build failed with a problem, told in its remedy's words and without a stack trace. */
    public void assertFailedWith(String code, String... words) throws IOException {
        assertThat(getLog()).contains("BUILD FAILURE").contains(code).contains(words);
        assertThat(getLog()).doesNotContainPattern(STACK_TRACE_LINE);
    }

    /** Every file is what it was, byte for byte; none is gone and none is new. */
    public void assertNothingChanged() throws IOException {
        assertUnchangedExcept();
    }

    /** Every file but these is what it was; these may also be new or gone. */
    public void assertUnchangedExcept(String... mayDiffer) throws IOException {
        Set<String> now = files(folder, mayDiffer);
        assertThat(now).isEqualTo(files(folder.resolve(".before"), mayDiffer));
        for (String file : now) {
            assertThat(folder.resolve(file)).hasSameBinaryContentAs(before(file));
        }
    }

    private Path before(String file) {
        return folder.resolve(".before").resolve(file);
    }

    private static Set<String> files(Path root, String... without) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(file -> !TRACES.contains(file.getName(0).toString()))
                    .map(Path::toString)
                    .filter(file -> !List.of(without).contains(file))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

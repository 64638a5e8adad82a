package io.github.dbsync.doctor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dbsync.appconfig.FileEdit;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.git.GitWorkTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a project that hold secrets or data, and so have no place under version control.
 *
 * @param folder the project's folder
 * @param git its work tree, or empty where it is in none
 * @param files those that are there, in order
 */
public record PrivateFiles(Path folder, Optional<GitWorkTree> git, List<Path> files) {

    private static final Pattern SECRETS = Pattern.compile("\\.env(\\..+)?");
    private static final Pattern TEMPLATE = Pattern.compile("\\.env\\.(example|sample|template|dist)");
    private static final Pattern DUMP =
            Pattern.compile("(?i).*\\.dump|.*(dump|backup|snapshot).*\\.sql(\\.gz|\\.zst)?");
    private static final Pattern SCRIPT = Pattern.compile(".*\\.sql(\\.zst)?");
    private static final List<String> BESIDE_A_DATABASE = List.of("", "-wal", "-shm", "-journal");

    /** The characters that mean something in .gitignore (git docs, "gitignore", pattern format). */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\*?\\[ #!]");

    public PrivateFiles {
        files = List.copyOf(files);
    }

    /** @param database the project's SQLite file, where it has one */
    public static PrivateFiles of(Path folder, Optional<SqliteFile> database) {
        Stream<Path> databases = database.map(SqliteFile::path).stream()
                .flatMap(file -> BESIDE_A_DATABASE.stream().map(end -> file.resolveSibling(file.getFileName() + end)))
                .filter(file -> file.startsWith(folder))
                .filter(Files::exists);
        List<Path> files = Stream.of(
                        inFolder(folder, PrivateFiles::isPrivate),
                        inFolder(folder.resolve(".dbsync/snapshots"), PrivateFiles::isScript),
                        databases)
                .flatMap(found -> found)
                .sorted()
                .toList();
        return new PrivateFiles(folder, GitWorkTree.around(folder), files);
    }

    private static Stream<Path> inFolder(Path folder, Predicate<Path> which) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(which).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isScript(Path file) {
        return SCRIPT.matcher(file.getFileName().toString()).matches();
    }

    private static boolean isPrivate(Path file) {
        String name = file.getFileName().toString();
        boolean secrets =
                SECRETS.matcher(name).matches() && !TEMPLATE.matcher(name).matches();
        return secrets || DUMP.matcher(name).matches();
    }

    /** Whether each is out of git's sight; nothing where there is no git. */
    List<Check> checks() {
        return git.stream()
                .flatMap(tree -> files.stream().map(file -> check(file, tree)))
                .toList();
    }

    /** A warning for each that is under version control; nothing where there is no git. */
    public List<Problem> published() {
        return git.stream()
                .flatMap(tree -> files.stream().filter(tree::tracks))
                .map(this::published)
                .toList();
    }

    private Check check(Path file, GitWorkTree tree) {
        if (tree.tracks(file)) {
            return Check.of(published(file));
        }
        Path name = folder.relativize(file);
        return tree.ignores(file)
                ? Check.passed(name + " is ignored by git")
                : Check.of(exposed(
                        name + " is not ignored by git.",
                        "It holds secrets or data, and the next git add would publish them.",
                        "Add " + pattern(file) + " to .gitignore, or run the goal doctor with -Ddbsync.fix"));
    }

    private Problem published(Path file) {
        Path name = folder.relativize(file);
        return exposed(
                name + " is under version control.",
                "It holds secrets or data, and everybody who has the repository has them.",
                "git rm --cached " + name + ", add it to .gitignore, and change the passwords in it");
    }

    private Problem exposed(String what, String why, String remedy) {
        return Problem.warning(ProblemCode.PRIVATE_FILE_EXPOSED, what, folder.toString(), why, remedy);
    }

    /** The lines that .gitignore lacks, as its edit; nothing where it lacks none. */
    Optional<FileEdit> ignoreThem() {
        String lines = git.stream()
                .flatMap(tree -> files.stream().filter(file -> !tree.tracks(file) && !tree.ignores(file)))
                .map(file -> pattern(file) + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? Optional.empty() : Optional.of(append(folder.resolve(".gitignore"), lines));
    }

    /** Whatever the file's encoding, its bytes stay; the new lines end as its own do. */
    private static FileEdit append(Path ignore, String lines) {
        try {
            if (!Files.exists(ignore)) {
                return FileEdit.create(ignore, lines.getBytes(UTF_8));
            }
            byte[] before = Files.readAllBytes(ignore);
            String text = new String(before, ISO_8859_1);
            String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
            String added = (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + lines;
            ByteArrayOutputStream after = new ByteArrayOutputStream();
            after.writeBytes(before);
            after.writeBytes(added.replace("\n", lineEnd).getBytes(UTF_8));
            return FileEdit.change(ignore, before, after.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String pattern(Path file) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        return "/" + SPECIAL.matcher(name).replaceAll("\\\\$0");
    }
}

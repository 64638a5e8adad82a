package io.github.dbsync.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds and reads the files of a seed. */
final class SeedFiles {

    private static final List<String> DEFAULT = List.of("seed");

    private final Path folder;
    private final String dialect;

    private SeedFiles(Path folder, String dialect) {
        this.folder = folder;
        this.dialect = dialect;
    }

    /**
     * The files in the order in which they are named; those of a folder in the order of their names.
     *
     * @param dialect the database's, so that scripts for the other one are left out
     * @throws io.github.dbsync.feedback.DbSyncException where there are none, or one cannot be read
     */
    static List<SeedFile> read(SeedRequest request, String dialect) {
        SeedFiles files = new SeedFiles(request.ends().folder(), dialect);
        List<String> named = request.files().isEmpty() ? DEFAULT : request.files();
        List<Path> found = named.stream().flatMap(files::find).toList();
        if (found.isEmpty()) {
            throw SeedProblems.noFiles(String.join(", ", named), "There is no file of SQL, CSV or YAML.");
        }
        return found.stream().filter(files::isForThisDialect).map(files::read).toList();
    }

    private Stream<Path> find(String name) {
        Path path = folder.resolve(name);
        if (Files.isRegularFile(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files
                    .filter(file -> Files.isRegularFile(file) && name(file).matches(".+\\.(sql|csv|yaml|yml)"))
                    .sorted(Comparator.comparing(SeedFiles::name))
                    .toList()
                    .stream();
        } catch (IOException missing) {
            throw SeedProblems.noFiles(name, "There is no such file or folder.");
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private boolean isForThisDialect(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return !name.endsWith(dialect.equals("sqlite") ? ".postgresql.sql" : ".sqlite.sql");
    }

    private SeedFile read(Path file) {
        String shown = folder.relativize(file.toAbsolutePath().normalize()).toString();
        String name = name(file);
        String text = text(file, shown);
        if (name.endsWith(".sql")) {
            return new SeedFile.Script(shown, text);
        }
        return name.endsWith(".csv") ? CsvReader.read(shown, table(name), text) : FixtureReader.read(shown, text);
    }

    /** A number in front is for the order of the files, and none of the table's name. */
    private static String table(String name) {
        return name.substring(0, name.length() - ".csv".length()).replaceFirst("^\\d+-", "");
    }

    private static String text(Path file, String shown) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException unreadable) {
            throw SeedProblems.malformed(shown, "It cannot be read as text in UTF-8.");
        }
    }
}

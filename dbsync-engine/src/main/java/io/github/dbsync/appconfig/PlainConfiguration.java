package io.github.dbsync.appconfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a JDBC URL in .env files, and in .properties files of no particular framework. */
final class PlainConfiguration {

    private static final List<String> FOLDERS =
            List.of("", "config", "src/main/resources", "src/main/resources/config", "src/main/resources/META-INF");
    private static final Pattern JDBC = Pattern.compile("\\s*jdbc:(?:sqlite|postgresql):.*", Pattern.CASE_INSENSITIVE);

    private PlainConfiguration() {}

    /**
     * The data source that .env files name with a JDBC URL.
     *
     * @param variable the variable that is meant where several hold such a URL
     */
    static Optional<Configuration> inEnvFiles(List<DotEnv> files, String variable) {
        List<DataSource> all =
                files.stream().flatMap(file -> dataSources(file.settings())).toList();
        Optional<DataSource> named = all.stream()
                .filter(dataSource -> dataSource.url().key().equals(variable))
                .findFirst();
        return named.or(() -> only(all)).map(dataSource -> Configuration.of(".env", dataSource, true));
    }

    /** The data source that the project's .properties files name with a JDBC URL. */
    static Optional<Configuration> inProperties(Path project) {
        List<DataSource> all = FOLDERS.stream()
                .flatMap(folder -> files(project.resolve(folder)))
                .flatMap(file -> dataSources(Settings.of(PropertiesFile.read(file).stream()
                        .flatMap(document -> document.all().stream())
                        .toList())))
                .toList();
        return only(all).map(dataSource -> Configuration.of("properties", dataSource, false));
    }

    private static Optional<DataSource> only(List<DataSource> all) {
        if (all.size() > 1) {
            throw EndsProblems.severalDatabases(
                    all.stream().map(dataSource -> dataSource.url().where()).toList(),
                    "each holds a JDBC URL, and nothing says which one the application opens");
        }
        return all.stream().findFirst();
    }

    private static Stream<DataSource> dataSources(Settings settings) {
        return settings.all().stream()
                .filter(setting -> JDBC.matcher(setting.written().reveal()).matches())
                .map(setting -> DataSource.of(settings, setting.key(), UnaryOperator.identity()))
                .flatMap(Optional::stream);
    }

    private static Stream<ConfigFile> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files =
                    new ArrayList<>(found.filter(path -> path.toString().endsWith(".properties"))
                            .sorted()
                            .toList());
            return files.stream().map(ConfigFile::readIfPresent).flatMap(Optional::stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

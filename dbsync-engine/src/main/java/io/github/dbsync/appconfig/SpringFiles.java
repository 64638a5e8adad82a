package io.github.dbsync.appconfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds Spring Boot's configuration files where Spring Boot looks for them; later ones overrule earlier ones. */
final class SpringFiles {

    private static final List<String> FOLDERS =
            List.of("src/main/resources", "src/main/resources/config", "", "config");

    /** In one folder, .properties overrule .yml. */
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".properties");

    private static final Pattern WITH_PROFILE = Pattern.compile("application-([\\w.-]+?)\\.(?:yaml|yml|properties)");

    private SpringFiles() {}

    /** All documents of a project, those in files of a profile behind all others. */
    static List<SpringDocument> read(Path project) {
        List<SpringDocument> plain = new ArrayList<>();
        List<SpringDocument> ofProfiles = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path place = project.resolve(folder);
            for (String ending : ENDINGS) {
                plain.addAll(documents(place.resolve("application" + ending), null));
                profiles(place, ending)
                        .forEach(name ->
                                ofProfiles.addAll(documents(place.resolve("application-" + name + ending), name)));
            }
        }
        plain.addAll(ofProfiles);
        return plain;
    }

    private static List<SpringDocument> documents(Path path, @Nullable String profile) {
        return ConfigFile.readIfPresent(path).stream()
                .flatMap(file -> documents(file).stream())
                .map(settings -> new SpringDocument(profile, settings))
                .toList();
    }

    private static List<Settings> documents(ConfigFile file) {
        return file.path().toString().endsWith(".properties") ? PropertiesFile.read(file) : YamlFile.read(file);
    }

    private static List<String> profiles(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(SpringFiles::profile)
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> profile(String fileName) {
        Matcher name = WITH_PROFILE.matcher(fileName);
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }
}

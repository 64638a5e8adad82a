package io.github.dbsync.appconfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which Prisma an application uses: the installed one, else the one that its package.json asks for. */
final class PrismaVersion {

    /** The one that is taken where nothing says another: the newest that the pushes were compared with. */
    private static final int USUAL = 7;

    private static final List<String> PACKAGES = List.of("prisma", "@prisma/client");
    private static final Pattern FIRST_NUMBER = Pattern.compile("\\d{1,4}");

    private final Path folder;

    private PrismaVersion(Path folder) {
        this.folder = folder;
    }

    /** The major version of the Prisma of a project. */
    static int major(Path folder) {
        PrismaVersion version = new PrismaVersion(folder);
        return version.installed().or(version::wanted).orElse(USUAL);
    }

    private Optional<Integer> installed() {
        return PACKAGES.stream()
                .map(name -> json("node_modules/" + name + "/package.json"))
                .map(manifest -> manifest.path("version"))
                .flatMap(PrismaVersion::major)
                .findFirst();
    }

    private Optional<Integer> wanted() {
        JsonNode manifest = json("package.json");
        return Stream.of("dependencies", "devDependencies")
                .flatMap(group ->
                        PACKAGES.stream().map(name -> manifest.path(group).path(name)))
                .flatMap(PrismaVersion::major)
                .findFirst();
    }

    /** The first number of {@code 7.1.0}, {@code ^6.2}, {@code ~5} or {@code >=6 <8}; {@code latest} has none. */
    private static Stream<Integer> major(JsonNode version) {
        Matcher number = FIRST_NUMBER.matcher(version.asText(""));
        return number.find() ? Stream.of(Integer.valueOf(number.group())) : Stream.empty();
    }

    /** A file that is absent or no JSON says nothing. */
    private JsonNode json(String place) {
        ObjectMapper mapper = new ObjectMapper();
        return ConfigFile.readIfPresent(folder.resolve(place))
                .map(file -> file.decoded(new Span(0, file.text().length())))
                .map(text -> {
                    try {
                        return mapper.readTree(text);
                    } catch (JsonProcessingException malformed) {
                        return mapper.createObjectNode();
                    }
                })
                .orElseGet(mapper::createObjectNode);
    }
}

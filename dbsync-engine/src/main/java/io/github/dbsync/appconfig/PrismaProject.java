package io.github.dbsync.appconfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a project keeps what Prisma reads (Prisma docs, "Schema location" and "Prisma config").
 *
 * @param folder the project's folder
 * @param schema the schema's datasource, or empty where the project has no schema
 * @param config {@code prisma.config.ts} or one of its kin, or empty
 */
record PrismaProject(Path folder, Optional<PrismaSchema> schema, Optional<ConfigFile> config) {

    private static final String DEFAULT_VARIABLE = "DATABASE_URL";

    private static final List<String> CONFIGS = List.of(
            "prisma.config.ts",
            "prisma.config.mts",
            "prisma.config.cts",
            "prisma.config.js",
            "prisma.config.mjs",
            "prisma.config.cjs",
            ".config/prisma.ts",
            ".config/prisma.js");

    private static final List<String> SCHEMAS =
            List.of("schema.prisma", "prisma/schema.prisma", "prisma/schema", "schema", "prisma");

    private static final Pattern CONFIG_SCHEMA = Pattern.compile("(?m)^\\s*schema\\s*:\\s*[\"']([^\"'\\r\\n]+)[\"']");
    private static final Pattern CONFIG_URL = Pattern.compile(
            "(?m)^[^/\\r\\n]*\\burl\\s*:\\s*(?:env(?:<[^>]*>)?\\(\\s*[\"'](\\w+)[\"']|process\\.env\\.(\\w+)"
                    + "|process\\.env\\[\\s*[\"'](\\w+)[\"'])");

    static PrismaProject read(Path folder) {
        Optional<ConfigFile> config = CONFIGS.stream()
                .map(name -> ConfigFile.readIfPresent(folder.resolve(name)))
                .flatMap(Optional::stream)
                .findFirst();
        List<ConfigFile> files = schemaFiles(folder, config);
        Optional<PrismaSchema> schema =
                files.isEmpty() ? Optional.empty() : Optional.of(PrismaSchemaReader.read(files));
        return new PrismaProject(folder, schema, config);
    }

    /** A project of which only the folder is known. */
    static PrismaProject unread(Path folder) {
        return new PrismaProject(folder, Optional.empty(), Optional.empty());
    }

    /**
     * What {@code file:} URLs are relative to: Prisma 7 takes the folder of prisma.config.ts, Prisma 6 and older that
     * of the schema. Only the older ones have a URL in the schema.
     */
    Path urlFolder() {
        return schema.filter(found -> config.isEmpty() || found.namesUrl())
                .map(found -> parent(found.file().path()))
                .orElse(folder);
    }

    /** The name of the variable that holds the URL. */
    String urlVariable() {
        Optional<String> named = schema.map(PrismaSchema::urlVariable);
        return named.or(() -> config.flatMap(PrismaProject::variableOf)).orElse(DEFAULT_VARIABLE);
    }

    /** The .env files in the order in which Prisma looks for them. */
    List<Path> envFiles() {
        Stream<Path> besideSchema =
                schema.stream().map(found -> parent(found.file().path()).resolve(".env"));
        return Stream.concat(
                        Stream.of(folder.resolve(".env")),
                        Stream.concat(besideSchema, Stream.of(folder.resolve("prisma/.env"))))
                .distinct()
                .toList();
    }

    private static Optional<String> variableOf(ConfigFile config) {
        Matcher url = CONFIG_URL.matcher(config.text());
        return url.find()
                ? Stream.of(1, 2, 3)
                        .map(url::group)
                        .filter(name -> name != null)
                        .findFirst()
                : Optional.empty();
    }

    private static List<ConfigFile> schemaFiles(Path folder, Optional<ConfigFile> config) {
        Optional<String> named = config.flatMap(PrismaProject::schemaOf).or(() -> schemaOfPackage(folder));
        if (named.isPresent()) {
            List<ConfigFile> files = filesAt(folder.resolve(named.get()));
            return files.isEmpty() ? missing(folder.resolve(named.get())) : files;
        }
        return SCHEMAS.stream()
                .map(place -> filesAt(folder.resolve(place)))
                .filter(files -> !files.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<String> schemaOf(ConfigFile config) {
        Matcher schema = CONFIG_SCHEMA.matcher(config.text());
        return schema.find() ? Optional.of(schema.group(1)) : Optional.empty();
    }

    private static Optional<String> schemaOfPackage(Path folder) {
        Optional<ConfigFile> file = ConfigFile.readIfPresent(folder.resolve("package.json"));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            String json = file.get().decoded(new Span(0, file.get().text().length()));
            String schema = new ObjectMapper()
                    .readTree(json)
                    .path("prisma")
                    .path("schema")
                    .asText("");
            return Optional.of(schema).filter(place -> !place.isEmpty());
        } catch (JsonProcessingException e) {
            throw new DbSyncException(
                    Problem.refusal(
                            ProblemCode.PROVIDER_MISSING,
                            "package.json cannot be read, and it may say where the Prisma schema is",
                            file.get().path() + ":" + e.getLocation().getLineNr(),
                            "it is not JSON",
                            "Correct it, for example with: npm pkg fix"),
                    e);
        }
    }

    /** A schema file, or all of a folder if one of them has the datasource. */
    private static List<ConfigFile> filesAt(Path place) {
        if (!Files.isDirectory(place)) {
            return ConfigFile.readIfPresent(place).stream().toList();
        }
        try (Stream<Path> found = Files.walk(place)) {
            return found.filter(path -> path.toString().endsWith(".prisma"))
                    .sorted()
                    .map(ConfigFile::readIfPresent)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ConfigFile> missing(Path place) {
        throw new DbSyncException(Problem.refusal(
                ProblemCode.PROVIDER_MISSING,
                "There is no Prisma schema where the project says it is",
                place.toString(),
                "prisma.config.ts or \"prisma\": { \"schema\": .. } of package.json names this place",
                "Correct the place there, or give -Ddbsync.from=sqlite or -Ddbsync.from=postgresql with"
                        + " -Ddbsync.sqlite=<path> and -Ddbsync.postgres=<URL>"));
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}

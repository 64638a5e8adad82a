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
import java.util.stream.Stream;

/**
 * Where a project keeps what Prisma reads (Prisma docs, "Schema location" and "Prisma config").
 *
 * @param folder the project's folder
 * @param schema the schema's datasource, or empty where the project has no schema
 * @param schemaPlace the schema's file, or the folder of its files
 * @param config {@code prisma.config.ts} or one of its kin, or empty
 */
record PrismaProject(
        Path folder, Optional<PrismaSchema> schema, Optional<Path> schemaPlace, Optional<PrismaConfig> config) {

    private static final String DEFAULT_VARIABLE = "DATABASE_URL";

    private static final List<String> SCHEMAS =
            List.of("schema.prisma", "prisma/schema.prisma", "prisma/schema", "schema", "prisma");

    static PrismaProject read(Path folder) {
        Optional<PrismaConfig> config = PrismaConfig.of(folder);
        Optional<Path> place = schemaPlace(folder, config);
        List<ConfigFile> files = place.map(PrismaProject::filesAt).orElse(List.of());
        Optional<PrismaSchema> schema =
                files.isEmpty() ? Optional.empty() : Optional.of(PrismaSchemaReader.read(files));
        return new PrismaProject(folder, schema, place, config);
    }

    /** A project of which only the folder is known. */
    static PrismaProject unread(Path folder) {
        return new PrismaProject(folder, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What {@code file:} URLs are relative to: Prisma 7 takes the folder of prisma.config.ts, Prisma 6 and older that
     * of the schema. Only the older ones have a URL in the schema.
     */
    Path urlFolder() {
        return schema.filter(found -> config.isEmpty() || found.namesUrl())
                .map(found -> DurableFiles.folderOf(found.file().path()))
                .or(() -> config.map(PrismaConfig::folder))
                .orElse(folder);
    }

    /** The name of the variable that holds the URL. */
    String urlVariable() {
        Optional<String> named = schema.map(PrismaSchema::urlVariable);
        return named.or(() -> config.flatMap(PrismaConfig::urlVariable)).orElse(DEFAULT_VARIABLE);
    }

    /** The URL where it stands in the schema (until Prisma 6) or in the config (from Prisma 7 on) itself. */
    Optional<Setting> literalUrl() {
        return schema.filter(PrismaSchema::namesUrl).isPresent()
                ? schema.flatMap(PrismaSchema::lookupUrl)
                : config.filter(found -> schema.isPresent()).flatMap(PrismaConfig::url);
    }

    /** Where URLs stand that only Prisma's commands read, for people. */
    Stream<String> furtherUrls() {
        return Stream.concat(
                schema.stream().flatMap(found -> found.furtherUrls().stream()),
                config.stream().flatMap(PrismaConfig::furtherUrls));
    }

    /** Where the migrations are: by default beside the schema's file, or in the folder of its files. */
    Optional<Path> migrations() {
        return config.flatMap(PrismaConfig::migrations).or(() -> schemaPlace.map(this::besideSchema));
    }

    private Path besideSchema(Path place) {
        Path beside = schema.map(found -> DurableFiles.folderOf(found.file().path()))
                .orElse(folder)
                .resolve("migrations");
        Path inFolder = place.resolve("migrations");
        return Files.isDirectory(place) && (Files.isDirectory(inFolder) || !Files.isDirectory(beside))
                ? inFolder
                : beside;
    }

    /** The .env files in the order in which Prisma looks for them. */
    List<Path> envFiles() {
        Stream<Path> besideSchema = schema.stream()
                .map(found -> DurableFiles.folderOf(found.file().path()).resolve(".env"));
        return Stream.concat(
                        Stream.of(folder.resolve(".env")),
                        Stream.concat(besideSchema, Stream.of(folder.resolve("prisma/.env"))))
                .distinct()
                .toList();
    }

    private static Optional<Path> schemaPlace(Path folder, Optional<PrismaConfig> config) {
        Optional<Path> named = config.flatMap(PrismaConfig::schema)
                .or(() -> schemaOfPackage(folder).map(folder::resolve));
        named.filter(place -> filesAt(place).isEmpty()).ifPresent(PrismaProject::missing);
        return named.or(() -> SCHEMAS.stream()
                .map(folder::resolve)
                .filter(place -> !filesAt(place).isEmpty())
                .findFirst());
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

    private static void missing(Path place) {
        throw new DbSyncException(Problem.refusal(
                ProblemCode.PROVIDER_MISSING,
                "There is no Prisma schema where the project says it is",
                place.toString(),
                "prisma.config.ts or \"prisma\": { \"schema\": .. } of package.json names this place",
                "Correct the place there, or give -Ddbsync.from=sqlite or -Ddbsync.from=postgresql with"
                        + " -Ddbsync.sqlite=<path> and -Ddbsync.postgres=<URL>"));
    }
}

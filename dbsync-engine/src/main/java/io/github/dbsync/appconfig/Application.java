package io.github.dbsync.appconfig;

import io.github.dbsync.embedded.EmbeddedPostgresServer;
import io.github.dbsync.endpoint.DatabaseUrl;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.endpoint.UrlContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The application's own files as they were read: the datasource of its Prisma schema, and the settings that hold
 * database URLs. Other frameworks' files are further readers beside {@link PrismaProject} and {@link DotEnv}.
 */
public final class Application {

    private final PrismaProject prisma;
    private final Map<String, String> environment;
    private final List<DotEnv> envFiles;

    private Application(PrismaProject prisma, Map<String, String> environment, List<DotEnv> envFiles) {
        this.prisma = prisma;
        this.environment = environment;
        this.envFiles = envFiles;
    }

    /** Reads what there is in a project's folder. */
    static Application read(Path folder, Map<String, String> environment) {
        PrismaProject prisma = PrismaProject.read(folder);
        List<DotEnv> envFiles = prisma.envFiles().stream()
                .map(ConfigFile::readIfPresent)
                .flatMap(Optional::stream)
                .map(DotEnv::read)
                .toList();
        return new Application(prisma, environment, envFiles);
    }

    /** A folder whose files are left alone. */
    static Application unread(Path folder, Map<String, String> environment) {
        return new Application(PrismaProject.unread(folder), environment, List.of());
    }

    Path folder() {
        return prisma.folder();
    }

    Optional<PrismaSchema> schema() {
        return prisma.schema();
    }

    /** The provider of its Prisma schema with its place, for people; nothing where there is no schema. */
    public Optional<String> describeProvider() {
        return schema().map(schema -> schema.provider().id() + ", by " + schema.where());
    }

    String urlVariable() {
        return prisma.urlVariable();
    }

    List<DotEnv> envFiles() {
        return envFiles;
    }

    /** The .env files that are looked for, whether they are there or not. */
    List<Path> envPlaces() {
        return prisma.envFiles();
    }

    /** The URL of the process's environment, which wins over .env files; a literal in the schema does not ask for it. */
    Optional<String> environmentUrl() {
        if (literalUrl().isPresent()) {
            return Optional.empty();
        }
        return Optional.ofNullable(environment.get(urlVariable())).filter(url -> !url.isBlank());
    }

    /** How the environment's variable is called in problems. */
    String environmentPlace() {
        return "environment variable " + urlVariable();
    }

    /** Where the application reads its URL: in the schema itself, or in the first .env file that has it. */
    Optional<Setting> activeUrl() {
        Stream<Setting> inEnvFiles =
                envFiles.stream().map(file -> file.lookup(urlVariable())).flatMap(Optional::stream);
        return literalUrl().or(inEnvFiles::findFirst);
    }

    private Optional<Setting> literalUrl() {
        return schema().flatMap(PrismaSchema::lookupUrl);
    }

    /** The setting of the URL in a further .env file of the project's folder, such as {@code .env.local}. */
    Optional<Setting> urlIn(String fileName) {
        return envFile(fileName).flatMap(file -> file.lookup(urlVariable()));
    }

    Optional<DotEnv> envFile(String fileName) {
        return ConfigFile.readIfPresent(folder().resolve(fileName)).map(DotEnv::read);
    }

    /** Understands the URL of a setting. */
    Found understand(Setting setting) {
        return understand(value(setting).reveal(), setting.where(), setting.written());
    }

    /** The value of a setting, with what it refers to put in. */
    Secret value(Setting setting) {
        return new Secret(
                EnvExpansion.of(variables(setting)).expand(setting.written().reveal()));
    }

    /** Understands a URL that stands anywhere. */
    Found understand(String url, String where) {
        return understand(url, where, new Secret(url));
    }

    UrlContext context(String where) {
        return new UrlContext(where, folder(), prisma.urlFolder(), environment);
    }

    /** The project's own PostgreSQL. */
    EmbeddedPostgres embedded() {
        return new EmbeddedPostgres(folder().resolve(".dbsync/postgres"));
    }

    private Found understand(String url, String where, Secret written) {
        DatabaseUrl understood = DatabaseUrl.parse(url, context(where));
        return new Found(orEmbedded(understood.endpoint()), new Origin(where, written), understood.findings());
    }

    /** An address of the project's own server is that server, which may have to be started. */
    private Endpoint orEmbedded(Endpoint endpoint) {
        boolean embedded = endpoint instanceof PostgresDatabase database
                && EmbeddedPostgresServer.isServerOf(embedded(), database);
        return embedded ? embedded() : endpoint;
    }

    /** What a value may refer to: the environment, then its own file, then the .env files. */
    private Map<String, String> variables(Setting setting) {
        Map<String, String> variables = new HashMap<>();
        for (int i = envFiles.size() - 1; i >= 0; i--) {
            putAll(envFiles.get(i), variables);
        }
        if (setting.quoting() != Quoting.PRISMA) {
            putAll(DotEnv.read(setting.file()), variables);
        }
        variables.putAll(environment);
        return variables;
    }

    private static void putAll(DotEnv file, Map<String, String> variables) {
        file.values().forEach((key, value) -> variables.put(key, value.reveal()));
    }
}

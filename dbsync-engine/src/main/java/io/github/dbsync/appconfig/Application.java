package io.github.dbsync.appconfig;

import io.github.dbsync.embedded.EmbeddedPostgresServer;
import io.github.dbsync.endpoint.DatabaseUrl;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.endpoint.UrlContext;
import io.github.dbsync.feedback.DbSyncException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The application's own files as they were read: the datasource of its Prisma schema, or what the files of Spring Boot,
 * MyBatis, or plain ones say of a data source; and the .env files beside them.
 */
public final class Application {

    private final PrismaProject prisma;
    private final Configuration configuration;
    private final Map<String, String> environment;
    private final List<DotEnv> envFiles;

    private Application(
            PrismaProject prisma, Configuration configuration, Map<String, String> environment, List<DotEnv> envFiles) {
        this.prisma = prisma;
        this.configuration = configuration;
        this.environment = environment;
        this.envFiles = envFiles;
    }

    /**
     * Reads what there is in a project's folder.
     *
     * @throws DbSyncException where a file that says where the data is cannot be understood
     */
    public static Application read(Path folder, Map<String, String> environment) {
        PrismaProject prisma = PrismaProject.read(folder);
        List<DotEnv> envFiles = prisma.envFiles().stream()
                .map(ConfigFile::readIfPresent)
                .flatMap(Optional::stream)
                .map(DotEnv::read)
                .toList();
        return new Application(prisma, configuration(prisma, environment, envFiles), environment, envFiles);
    }

    /** A folder whose files are left alone. */
    static Application unread(Path folder, Map<String, String> environment) {
        return new Application(PrismaProject.unread(folder), Configuration.NONE, environment, List.of());
    }

    /** The first of these that says where the data is: Prisma, Spring Boot, MyBatis, .env files, .properties files. */
    private static Configuration configuration(
            PrismaProject prisma, Map<String, String> environment, List<DotEnv> envFiles) {
        if (prisma.schema().isPresent()) {
            return Configuration.NONE;
        }
        String variable = prisma.urlVariable();
        boolean otherUrl =
                in(envFiles, variable).filter(setting -> !isJdbc(setting)).isPresent();
        return SpringConfiguration.read(prisma.folder(), environment, name -> in(envFiles, name))
                .or(() -> MyBatisConfiguration.read(prisma.folder()))
                .or(() -> otherUrl ? Optional.of(Configuration.NONE) : Optional.empty())
                .or(() -> PlainConfiguration.inEnvFiles(envFiles, variable))
                .or(() -> PlainConfiguration.inProperties(prisma.folder()))
                .orElse(Configuration.NONE);
    }

    private static Optional<Setting> in(List<DotEnv> envFiles, String variable) {
        return envFiles.stream()
                .map(file -> file.lookup(variable))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isJdbc(Setting setting) {
        return setting.written().reveal().strip().regionMatches(true, 0, "jdbc:", 0, 5);
    }

    Path folder() {
        return prisma.folder();
    }

    /** What the application's files say of JDBC; nothing in a Prisma project. */
    Configuration configuration() {
        return configuration;
    }

    Optional<PrismaSchema> schema() {
        return prisma.schema();
    }

    /** The file of its Prisma schema that has the datasource; nothing where there is no schema. */
    public Optional<Path> schemaFile() {
        return schema().map(schema -> schema.file().path());
    }

    /** Its Prisma schema, as far as that says what its database is; nothing where there is none. */
    public Optional<ApplicationSchema> prismaSchema() {
        int major = PrismaVersion.major(folder());
        return schema().map(schema -> new ApplicationSchema(
                folder().relativize(schema.file().path()).toString(),
                schema.whole(),
                major,
                PrismaAdapter.dateTimeForm(folder(), major)));
    }

    /** Where URLs stand that only Prisma's commands read, for people. */
    Stream<String> furtherUrls() {
        return prisma.furtherUrls();
    }

    /** Whether its database is made by migrations of Prisma. */
    public boolean hasMigrations() {
        return migrations().isPresent();
    }

    /** The migrations that Prisma reads; nothing where there are none. */
    Optional<MigrationFolder> migrations() {
        return schema().flatMap(schema -> prisma.migrations()).flatMap(MigrationFolder::read);
    }

    /** The provider of its Prisma schema with its place, for people; nothing where there is no schema. */
    public Optional<String> describeProvider() {
        return schema().map(schema -> schema.provider().id() + ", by " + schema.where());
    }

    /** The variable that holds the URL in the environment and in .env files. */
    String urlVariable() {
        return configuration
                .dataSource()
                .map(dataSource -> DataSource.variable(dataSource.url()))
                .orElse(prisma.urlVariable());
    }

    List<DotEnv> envFiles() {
        return envFiles;
    }

    /** The .env files that are looked for, whether they are there or not. */
    List<Path> envPlaces() {
        return prisma.envFiles();
    }

    /** The URL of the process's environment, which wins over files; what does not ask for it has none. */
    Optional<String> environmentUrl() {
        boolean asked = configuration.dataSource().isEmpty() || configuration.readsEnvironment();
        if (literalUrl().isPresent() || !asked) {
            return Optional.empty();
        }
        return Optional.ofNullable(environment.get(urlVariable())).filter(url -> !url.isBlank());
    }

    /** How the environment's variable is called in problems. */
    String environmentPlace() {
        return "environment variable " + urlVariable();
    }

    /** Where the application reads its URL: in the schema, in its framework's file, or in the first .env file that has it. */
    Optional<Setting> activeUrl() {
        return literalUrl()
                .or(() -> configuration.dataSource().map(DataSource::url))
                .or(() -> in(envFiles, urlVariable()));
    }

    /** The URL where it stands in Prisma's schema or config itself. */
    Optional<Setting> literalUrl() {
        return prisma.literalUrl();
    }

    /** The setting of the URL in a further .env file of the project's folder, such as {@code .env.local}. */
    Optional<Setting> urlIn(String fileName) {
        return envFile(fileName).flatMap(this::urlIn);
    }

    /** The setting of the URL in a .env file; beside that of the application's own name for it, Prisma's will do. */
    Optional<Setting> urlIn(DotEnv file) {
        return file.lookup(urlVariable()).or(() -> file.lookup(prisma.urlVariable()));
    }

    /** The names behind {@code .env.} of the files in the project's folder. */
    List<String> stages() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(".env."))
                    .filter(name -> !name.startsWith(StageTemplate.PREVIOUS))
                    .map(name -> name.substring(".env.".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<DotEnv> envFile(String fileName) {
        return ConfigFile.readIfPresent(folder().resolve(fileName)).map(DotEnv::read);
    }

    /** Understands the URL of a setting, with the user and the password that stand beside it or beside the active one. */
    Found understand(Setting setting) {
        return understand(value(setting).reveal(), context(setting), setting.written());
    }

    /** Understands the URL of one of the data sources that the application could be told to open. */
    Found understand(DataSource dataSource) {
        UrlContext context = context(dataSource.url().where());
        return understand(
                value(dataSource.url()).reveal(),
                login(dataSource, context),
                dataSource.url().written());
    }

    /** The data sources of a side that the application could be told to open; what is not understood is none. */
    List<Found> choices(Side side) {
        return configuration.choices().entrySet().stream()
                .flatMap(choice -> choice(choice.getKey(), choice.getValue()).stream())
                .filter(found -> found.is(side))
                .toList();
    }

    private Optional<Found> choice(String name, DataSource dataSource) {
        try {
            return Optional.of(understand(dataSource).ofStage(name));
        } catch (DbSyncException notUnderstood) {
            return Optional.empty();
        }
    }

    /** The value of a setting, with what it refers to put in. */
    Secret value(Setting setting) {
        String written = setting.written().reveal();
        boolean dotEnv = setting.quoting() instanceof Quoting && setting.quoting() != Quoting.SINGLE;
        String expanded = dotEnv ? EnvExpansion.of(variables(setting)).expand(written) : written;
        return new Secret(configuration.placeholders().apply(expanded));
    }

    /** Understands a URL that stands anywhere. */
    Found understand(String url, String where) {
        return understand(url, context(where), new Secret(url));
    }

    UrlContext context(String where) {
        return new UrlContext(where, folder(), prisma.urlFolder(), environment);
    }

    /** The project's own PostgreSQL. */
    EmbeddedPostgres embedded() {
        return EmbeddedPostgres.ofProject(folder());
    }

    /** What stands beside a setting's URL in its file, or else beside the URL that the application reads. */
    UrlContext context(Setting setting) {
        UrlContext context = context(setting.where());
        Optional<DataSource> active = configuration.dataSource();
        if (active.isEmpty()) {
            return context;
        }
        UrlContext besideActive = login(active.get(), context);
        boolean itself = setting.equals(active.get().url());
        return itself ? besideActive : login(inEnvFile(setting), besideActive);
    }

    private DataSource inEnvFile(Setting setting) {
        return DataSource.of(DotEnv.read(setting.file()).settings(), setting.key(), UnaryOperator.identity())
                .orElseThrow();
    }

    private UrlContext login(DataSource dataSource, UrlContext otherwise) {
        Setting user = dataSource.user();
        Setting password = dataSource.password();
        return otherwise.withLogin(
                user == null ? otherwise.user() : value(user).reveal(),
                password == null ? otherwise.password() : value(password));
    }

    private Found understand(String url, UrlContext context, Secret written) {
        DatabaseUrl understood = DatabaseUrl.parse(url, context);
        return new Found(
                orEmbedded(understood.endpoint()), new Origin(context.where(), written), understood.findings());
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

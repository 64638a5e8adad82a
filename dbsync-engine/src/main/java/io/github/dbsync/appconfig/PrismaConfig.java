package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code prisma.config.ts} or one of its kin says (Prisma docs, "Prisma config"), as far as it says it by literals. It
 * is read and never run.
 */
final class PrismaConfig {

    private static final List<String> NAMES = List.of(
            "prisma.config.ts",
            "prisma.config.mts",
            "prisma.config.cts",
            "prisma.config.js",
            "prisma.config.mjs",
            "prisma.config.cjs",
            ".config/prisma.ts",
            ".config/prisma.mts",
            ".config/prisma.cts",
            ".config/prisma.js",
            ".config/prisma.mjs",
            ".config/prisma.cjs");

    private final ConfigFile file;
    private final ScriptProperties properties;

    private PrismaConfig(ConfigFile file) {
        this.file = file;
        this.properties = ScriptProperties.of(file.text());
    }

    /** The first of the files that Prisma looks for. */
    static Optional<PrismaConfig> of(Path project) {
        return NAMES.stream()
                .map(name -> ConfigFile.readIfPresent(project.resolve(name)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(PrismaConfig::new);
    }

    /** The folder that its paths and {@code file:} URLs are relative to. */
    Path folder() {
        return DurableFiles.folderOf(file.path());
    }

    /** Where the schema is. */
    Optional<Path> schema() {
        return path("", "schema");
    }

    /** Where the migrations are. */
    Optional<Path> migrations() {
        return path("migrations", "path");
    }

    /** The URL that stands here itself. */
    Optional<Setting> url() {
        return values().flatMap(value -> text(value).stream()).findFirst().map(this::setting);
    }

    /** The environment's variable that holds the URL. */
    Optional<String> urlVariable() {
        return values().flatMap(value -> variable(value).stream()).findFirst();
    }

    /** Where URLs stand that only Prisma's commands read, for people. */
    Stream<String> furtherUrls() {
        return Stream.of("directUrl", "shadowDatabaseUrl")
                .flatMap(name -> properties
                        .values("datasource", name)
                        .filter(value -> !value.isEmpty())
                        .map(value -> file.at(value.get(0).span().start()) + " (" + name + ")"));
    }

    private Stream<List<ScriptToken>> values() {
        return properties.values("datasource", "url");
    }

    private Setting setting(ScriptToken literal) {
        ScriptNotation notation = ScriptNotation.of(literal.text());
        return new Setting(file, literal.span(), notation, "url", new Secret(said(literal)));
    }

    private String said(ScriptToken literal) {
        return ScriptNotation.of(literal.text()).read(file.decoded(literal.span()));
    }

    private Optional<Path> path(String object, String name) {
        return properties
                .values(object, name)
                .flatMap(value -> text(value).map(this::said).or(() -> joined(value)).stream())
                .findFirst()
                .map(place -> folder().resolve(place).normalize());
    }

    /** A value that is one text, perhaps with a type: {@code 'file:./dev.db' as string}. */
    private static Optional<ScriptToken> text(List<ScriptToken> value) {
        boolean whole = value.size() == 1 || (value.size() == 3 && value.get(1).is("as"));
        return whole ? value.stream().findFirst().filter(ScriptToken::isText) : Optional.empty();
    }

    /** {@code path.join('prisma', 'schema.prisma')}, perhaps with this folder before. */
    private Optional<String> joined(List<ScriptToken> value) {
        List<ScriptToken> words = value.stream().filter(ScriptToken::isWord).toList();
        boolean joins = words.stream().anyMatch(word -> word.is("join") || word.is("resolve"))
                && words.stream().allMatch(PrismaConfig::leadsHere);
        return joins
                ? Optional.of(value.stream()
                        .filter(ScriptToken::isText)
                        .map(this::said)
                        .collect(Collectors.joining("/")))
                : Optional.empty();
    }

    private static boolean leadsHere(ScriptToken word) {
        return List.of("path", "join", "resolve", "__dirname", "import", "meta", "dirname")
                .contains(word.text());
    }

    /** {@code env('X')}, {@code process.env.X} or {@code process.env['X']}, whatever comes behind. */
    private static Optional<String> variable(List<ScriptToken> value) {
        List<ScriptToken> named =
                value.stream().filter(token -> token.isText() || token.isWord()).toList();
        if (named.size() > 1 && named.get(0).is("env")) {
            return named.stream()
                    .filter(ScriptToken::isText)
                    .map(ScriptToken::value)
                    .findFirst();
        }
        boolean process =
                named.size() > 2 && named.get(0).is("process") && named.get(1).is("env");
        return process ? Optional.of(named.get(2).value()) : Optional.empty();
    }
}

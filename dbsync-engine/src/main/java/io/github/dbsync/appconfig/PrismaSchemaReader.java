package io.github.dbsync.appconfig;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.prisma.Argument;
import io.github.dbsync.prisma.ParsedSchema;
import io.github.dbsync.prisma.SchemaFile;
import io.github.dbsync.prisma.SchemaParser;
import io.github.dbsync.prisma.Settings;
import io.github.dbsync.prisma.Settings.Property;
import io.github.dbsync.prisma.Token;
import io.github.dbsync.prisma.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the datasource of a schema and what an edit needs of it. What else is wrong with the schema is nothing here, so that
 * a schema in a language newer than ours can be switched.
 */
final class PrismaSchemaReader {

    private static final Pattern PROVIDER = Pattern.compile("(?m)^[ \\t]*provider[ \\t]*=");
    private static final Pattern COMMENTED_OUT = Pattern.compile("(?m)^.*(?://|/\\*).*?\\bprovider[ \\t]*=");

    private static final String REMEDY =
            "Write provider = \"sqlite\" or provider = \"postgresql\" into the datasource block,"
                    + " or give -Ddbsync.from=sqlite or -Ddbsync.from=postgresql with -Ddbsync.sqlite=<path> and"
                    + " -Ddbsync.postgres=<URL>";

    private final ConfigFile file;
    private final Settings datasource;
    private final ParsedSchema whole;

    private PrismaSchemaReader(ConfigFile file, Settings datasource, ParsedSchema whole) {
        this.file = file;
        this.datasource = datasource;
        this.whole = whole;
    }

    /**
     * Reads the datasource of a schema that may be several files.
     *
     * @throws DbSyncException with one of the {@code PROVIDER_} codes
     */
    static PrismaSchema read(List<ConfigFile> files) {
        List<SchemaFile> texts = files.stream().map(PrismaSchemaReader::decoded).toList();
        ParsedSchema whole = SchemaParser.parse(texts);
        List<Settings> datasources = whole.schema().datasources();
        if (datasources.isEmpty()) {
            throw noDatasource(files.get(0));
        }
        Settings last = datasources.get(datasources.size() - 1);
        ConfigFile file = files.get(texts.indexOf(last.name().file()));
        PrismaSchemaReader reader = new PrismaSchemaReader(file, last, whole);
        if (datasources.size() > 1) {
            throw reader.severalDatasources();
        }
        return reader.read();
    }

    private static SchemaFile decoded(ConfigFile file) {
        return new SchemaFile(
                file.path().toString(), file.decoded(new Span(0, file.text().length())));
    }

    private PrismaSchema read() {
        List<Property> providers = properties("provider").toList();
        if (providers.isEmpty()) {
            throw noProvider();
        }
        if (providers.size() > 1) {
            throw refusal(
                    ProblemCode.PROVIDER_UNKNOWN,
                    "The datasource has two providers",
                    providers.get(1).name(),
                    "Prisma takes one");
        }
        Value provider = providers.get(0).value();
        Optional<Value> url = datasource.lookup("url");
        return new PrismaSchema(
                whole,
                file,
                side(provider),
                span(provider.token()),
                url.flatMap(PrismaSchemaReader::variable).orElse(null),
                url.filter(Value.Text.class::isInstance)
                        .map(text -> PrismaSchema.literal(file, span(text.token())))
                        .orElse(null),
                Stream.of("directUrl", "shadowDatabaseUrl")
                        .flatMap(this::properties)
                        .map(property -> file.at(span(property.value().token()).start()) + " ("
                                + property.name().text() + ")")
                        .toList());
    }

    private Stream<Property> properties(String name) {
        return datasource.properties().stream()
                .filter(property -> property.name().text().equals(name));
    }

    private Side side(Value provider) {
        if (provider instanceof Value.Text text) {
            return Side.of(text.value())
                    .orElseThrow(() -> refusal(
                            ProblemCode.PROVIDER_UNKNOWN,
                            "The provider " + text.token().text() + " is unknown",
                            provider.token(),
                            "dbsync moves between sqlite and postgresql"));
        } else if (provider instanceof Value.Call) {
            throw notLiteral(provider.token(), "it is given by env(), which Prisma refuses too");
        } else if (provider instanceof Value.Array) {
            throw notLiteral(provider.token(), "it is a list, which Prisma refuses too");
        }
        throw notLiteral(provider.token(), "it is no text in double quotes");
    }

    private static Optional<String> variable(Value url) {
        if (!(url instanceof Value.Call call) || !call.function().equals("env")) {
            return Optional.empty();
        }
        return call.arguments().stream()
                .map(Argument::value)
                .flatMap(name -> name.asText().stream())
                .findFirst();
    }

    /** The bytes of a word. */
    private Span span(Token token) {
        String text = token.file().text();
        return new Span(bytes(text.substring(0, token.start())), bytes(text.substring(0, token.end())));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private DbSyncException notLiteral(Token provider, String why) {
        return refusal(ProblemCode.PROVIDER_NOT_LITERAL, "The provider is not a literal", provider, why);
    }

    private DbSyncException noProvider() {
        Optional<Token> unread = find(PROVIDER);
        if (unread.isPresent()) {
            return notLiteral(unread.get(), "it is no text in double quotes");
        }
        Optional<Token> commentedOut = find(COMMENTED_OUT);
        return refusal(
                ProblemCode.PROVIDER_MISSING,
                "The datasource has no provider",
                commentedOut.orElse(datasource.name()),
                commentedOut.isPresent()
                        ? "the line is commented out"
                        : "there is no line provider = \"..\" in the block");
    }

    /** A place in the block by its characters, whatever the grammar says of it. */
    private Optional<Token> find(Pattern pattern) {
        SchemaFile text = datasource.name().file();
        int start = datasource.name().end();
        int close = text.text().indexOf('}', start);
        Matcher matcher = pattern.matcher(text.text())
                .region(start, close < 0 ? text.text().length() : close);
        return matcher.find()
                ? Optional.of(new Token(matcher.group(), text, matcher.start(), matcher.end()))
                : Optional.empty();
    }

    private static DbSyncException noDatasource(ConfigFile first) {
        String why;
        if (first.text().startsWith("\u00EF\u00BB\u00BF")) {
            why = "the file begins with a byte order mark, which Prisma refuses too";
        } else if (first.text().contains("datasource")) {
            why = "the block is commented out, or not written as Prisma reads it: datasource db { on one line";
        } else {
            why = "there is no datasource block";
        }
        return refusal(ProblemCode.PROVIDER_MISSING, "The schema has no datasource", first.at(0), why);
    }

    private DbSyncException severalDatasources() {
        return refusal(
                ProblemCode.PROVIDER_UNKNOWN,
                "The schema has several datasources",
                datasource.name(),
                "Prisma takes one, and dbsync cannot tell which");
    }

    private static DbSyncException refusal(ProblemCode code, String what, Token place, String why) {
        return refusal(code, what, place.where(), why);
    }

    private static DbSyncException refusal(ProblemCode code, String what, String where, String why) {
        return new DbSyncException(Problem.refusal(code, what, where, why, REMEDY));
    }
}

package io.github.dbsync.appconfig;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the datasource block as Prisma's parser does: line by line, one block, a provider that is a literal in double
 * quotes. Comments are {@code //} to the end of the line and {@code /* .. *}{@code /}.
 */
final class PrismaSchemaReader {

    private static final Pattern BLOCK = Pattern.compile(
            "^[ \\t]*datasource[ \\t]+[A-Za-z]\\w*[ \\t]*\\{[ \\t]*\\r?\\n(.*?)^[ \\t]*\\}[ \\t]*\\r?$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern PROVIDER = assignment("provider");
    private static final Pattern URL = assignment("url");
    private static final Pattern DIRECT_URL = assignment("directUrl");
    private static final Pattern COMMENTED_OUT =
            Pattern.compile("^.*(?://|/\\*).*?\\bprovider[ \\t]*=", Pattern.MULTILINE);
    private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern ENV = Pattern.compile("env[ \\t]*\\([ \\t]*\"([^\"]+)\"[ \\t]*\\)");
    private static final Pattern COMMENT_OR_STRING = Pattern.compile(
            "\"[^\"\\\\\\r\\n]*+(?:\\\\.[^\"\\\\\\r\\n]*+)*+\"|//[^\\r\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private static final String REMEDY =
            "Write provider = \"sqlite\" or provider = \"postgresql\" into the datasource block,"
                    + " or give -Ddbsync.from=sqlite or -Ddbsync.from=postgresql with -Ddbsync.sqlite=<path> and"
                    + " -Ddbsync.postgres=<URL>";

    private final ConfigFile file;
    private final String code;

    private PrismaSchemaReader(ConfigFile file) {
        this.file = file;
        this.code = withoutComments(file.text());
    }

    /** Whether a file has a datasource block, be it right or wrong. */
    static boolean hasDatasource(ConfigFile file) {
        return new PrismaSchemaReader(file).blocks().size() > 0;
    }

    /**
     * Reads the datasource of a schema that may be several files.
     *
     * @throws DbSyncException with one of the {@code PROVIDER_} codes
     */
    static PrismaSchema read(List<ConfigFile> files) {
        List<PrismaSchemaReader> readers =
                files.stream().map(PrismaSchemaReader::new).toList();
        List<PrismaSchemaReader> withBlock =
                readers.stream().filter(reader -> !reader.blocks().isEmpty()).toList();
        if (withBlock.isEmpty()) {
            throw readers.get(0).noDatasource();
        }
        if (withBlock.size() > 1 || withBlock.get(0).blocks().size() > 1) {
            throw severalDatasources(withBlock);
        }
        return withBlock.get(0).read();
    }

    private PrismaSchema read() {
        Span block = blocks().get(0);
        List<Span> providers = values(PROVIDER, block);
        if (providers.isEmpty()) {
            throw noProvider(block);
        }
        Span provider = providers.get(0);
        if (providers.size() > 1) {
            throw refusal(
                    ProblemCode.PROVIDER_UNKNOWN,
                    "The datasource has two providers",
                    providers.get(1),
                    "Prisma takes one");
        }
        Side side = side(provider);
        Span url = first(URL, block);
        return new PrismaSchema(file, side, provider, variable(url), literal(url), first(DIRECT_URL, block));
    }

    private Side side(Span provider) {
        String written = file.decoded(provider);
        if (written.startsWith("env")) {
            throw notLiteral(provider, "it is given by env(), which Prisma refuses too");
        }
        if (written.startsWith("[")) {
            throw notLiteral(provider, "it is a list, which Prisma refuses too");
        }
        if (!LITERAL.matcher(written).matches()) {
            throw notLiteral(provider, "it is no text in double quotes");
        }
        return Side.of(Quoting.PRISMA.read(written))
                .orElseThrow(() -> refusal(
                        ProblemCode.PROVIDER_UNKNOWN,
                        "The provider " + written + " is unknown",
                        provider,
                        "dbsync moves between sqlite and postgresql"));
    }

    private @Nullable String variable(@Nullable Span url) {
        if (url == null) {
            return null;
        }
        Matcher env = ENV.matcher(file.decoded(url));
        return env.matches() ? env.group(1) : null;
    }

    private @Nullable Setting literal(@Nullable Span url) {
        if (url == null || !LITERAL.matcher(file.decoded(url)).matches()) {
            return null;
        }
        return PrismaSchema.literal(file, url);
    }

    private List<Span> blocks() {
        return find(BLOCK, code, 0);
    }

    private @Nullable Span first(Pattern assignment, Span block) {
        return values(assignment, block).stream().findFirst().orElse(null);
    }

    private List<Span> values(Pattern assignment, Span block) {
        return find(assignment, code.substring(0, block.end()), block.start());
    }

    private static List<Span> find(Pattern pattern, String text, int from) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text).region(from, text.length());
        while (matcher.find()) {
            spans.add(new Span(matcher.start(1), matcher.end(1)));
        }
        return spans;
    }

    private DbSyncException notLiteral(Span provider, String why) {
        return refusal(ProblemCode.PROVIDER_NOT_LITERAL, "The provider is not a literal", provider, why);
    }

    private DbSyncException noProvider(Span block) {
        Optional<Span> commentedOut = commentedOut(block);
        return refusal(
                ProblemCode.PROVIDER_MISSING,
                "The datasource has no provider",
                commentedOut.orElse(block),
                commentedOut.isPresent()
                        ? "the line is commented out"
                        : "there is no line provider = \"..\" in the block");
    }

    private Optional<Span> commentedOut(Span block) {
        Matcher matcher = COMMENTED_OUT
                .matcher(file.text())
                .region(block.start(), block.end())
                .useTransparentBounds(true);
        return matcher.find() ? Optional.of(new Span(matcher.start(), matcher.end())) : Optional.empty();
    }

    private DbSyncException noDatasource() {
        String why;
        if (file.text().startsWith("\u00EF\u00BB\u00BF")) {
            why = "the file begins with a byte order mark, which Prisma refuses too";
        } else if (file.text().contains("datasource")) {
            why = "the block is commented out, or not written as Prisma reads it: datasource db { on one line";
        } else {
            why = "there is no datasource block";
        }
        return refusal(ProblemCode.PROVIDER_MISSING, "The schema has no datasource", new Span(0, 0), why);
    }

    private static DbSyncException severalDatasources(List<PrismaSchemaReader> readers) {
        PrismaSchemaReader last = readers.get(readers.size() - 1);
        List<Span> blocks = last.blocks();
        return last.refusal(
                ProblemCode.PROVIDER_UNKNOWN,
                "The schema has several datasources",
                blocks.get(blocks.size() - 1),
                "Prisma takes one, and dbsync cannot tell which");
    }

    private DbSyncException refusal(ProblemCode code, String what, Span span, String why) {
        return new DbSyncException(Problem.refusal(code, what, file.at(span.start()), why, REMEDY));
    }

    private static Pattern assignment(String name) {
        return Pattern.compile("^[ \\t]*" + name + "[ \\t]*=[ \\t]*([^\\r\\n]*?)[ \\t]*\\r?$", Pattern.MULTILINE);
    }

    /** The text with blanks in the place of comments, so that every offset stays. */
    private static String withoutComments(String text) {
        return COMMENT_OR_STRING.matcher(text).replaceAll(match -> {
            String found = match.group();
            return Matcher.quoteReplacement(found.startsWith("\"") ? found : found.replaceAll("[^\\r\\n]", " "));
        });
    }
}

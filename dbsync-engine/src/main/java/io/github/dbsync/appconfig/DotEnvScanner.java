package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the settings of a .env file and their places, by the rules of the dotenv package that Prisma uses. */
final class DotEnvScanner {

    private static final Pattern KEY = Pattern.compile("\\s*(export[ \\t]+)?([\\w.-]+)[ \\t]*=[ \\t]*");
    private static final Pattern REST_OF_LINE = Pattern.compile("[ \\t]*(?:#[^\\r\\n]*)?\\r?(?:\\n|$)");
    private static final Pattern LINE = Pattern.compile("[^\\n]*(?:\\n|$)");
    private static final Pattern UNQUOTED = Pattern.compile("[^#\\r\\n]*");
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final ConfigFile file;
    private final String text;
    private final List<Setting> settings = new ArrayList<>();

    private DotEnvScanner(ConfigFile file) {
        this.file = file;
        this.text = file.text();
    }

    /**
     * All settings in their order.
     *
     * @throws DbSyncException with {@code ENV_FILE_MALFORMED} where a quote is not closed
     */
    static List<Setting> scan(ConfigFile file) {
        DotEnvScanner scanner = new DotEnvScanner(file);
        int position = file.contentStart();
        while (position < file.text().length()) {
            position = scanner.line(position);
        }
        return scanner.settings;
    }

    /** Whether dotenv-java passes a setting over: one behind {@code export}, or behind a byte order mark. */
    static boolean isUnknownToLibrary(Setting setting) {
        String before = setting.file().text().substring(0, setting.span().start());
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return line.matches("\\s*export[ \\t].*") || line.startsWith(BYTE_ORDER_MARK);
    }

    private int line(int start) {
        Matcher key = KEY.matcher(text).region(start, text.length());
        return key.lookingAt() ? value(key) : endOf(LINE, start);
    }

    private int value(Matcher key) {
        int start = key.end();
        Quoting quoting = Quoting.startingWith(text.substring(start, Math.min(start + 1, text.length())));
        int end = quoting == Quoting.NONE ? unquotedEnd(start) : quotedEnd(key, quoting, start);
        Span span = new Span(start, end);
        String written = quoting.read(file.decoded(span));
        settings.add(new Setting(file, span, quoting, key.group(2), new Secret(written)));
        return endOf(LINE, end);
    }

    private int unquotedEnd(int start) {
        String value = text.substring(start, endOf(UNQUOTED, start));
        return start + value.stripTrailing().length();
    }

    /** Behind the closing quote; nothing but a comment may follow it. */
    private int quotedEnd(Matcher key, Quoting quoting, int start) {
        String mark = quoting.mark();
        Pattern quoted =
                Pattern.compile(mark + "[^\\\\" + mark + "]*+(?:\\\\.[^\\\\" + mark + "]*+)*+" + mark, Pattern.DOTALL);
        Matcher value = quoted.matcher(text).region(start, text.length());
        boolean closed = value.lookingAt()
                && REST_OF_LINE.matcher(text).region(value.end(), text.length()).lookingAt();
        if (!closed) {
            throw unbalanced(key.start(2));
        }
        return value.end();
    }

    private DbSyncException unbalanced(int offset) {
        return new DbSyncException(Problem.refusal(
                ProblemCode.ENV_FILE_MALFORMED,
                "A .env file has unbalanced quotes",
                file.at(offset),
                "the value that begins on this line is not closed by the quote it begins with",
                "Close the quote at the end of the value, or remove the one at its beginning"));
    }

    private int endOf(Pattern pattern, int start) {
        Matcher matcher = pattern.matcher(text).region(start, text.length());
        return matcher.lookingAt() ? matcher.end() : text.length();
    }
}

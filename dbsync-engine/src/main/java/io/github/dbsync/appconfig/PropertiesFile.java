package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A .properties file (Java SE API, {@code Properties.load}): the places are found here, escapes are read by {@link
 * Properties}. A line {@code #---} or {@code !---} begins a further document, as Spring Boot has it.
 */
final class PropertiesFile {

    /** Blank lines, and blanks before a key. */
    private static final Pattern BLANK = Pattern.compile("[\\s]*+");

    private static final Pattern COMMENT = Pattern.compile("[#!][^\\r\\n]*+");
    private static final Pattern DOCUMENT = Pattern.compile("[#!]---[ \\t]*");

    /** A backslash takes the next character with it; before a line break, the blanks of the next line too. */
    private static final String ESCAPED = "\\\\(?:(?:\\r\\n|[\\r\\n])[ \\t\\f]*+|[\\s\\S]|\\z)";

    private static final Pattern KEY = Pattern.compile("(?:" + ESCAPED + "|[^\\\\=:\\s])*+");
    private static final Pattern GAP = Pattern.compile("[ \\t\\f]|\\\\(?:\\r\\n|[\\r\\n])");
    private static final Pattern SEPARATOR = Pattern.compile("(?:" + GAP + ")*+[=:]?(?:" + GAP + ")*+");
    private static final Pattern VALUE = Pattern.compile("(?:" + ESCAPED + "|[^\\\\\\r\\n])*+");

    private final ConfigFile file;
    private final List<List<Setting>> documents = new ArrayList<>(List.of(new ArrayList<>()));
    private int position;

    private PropertiesFile(ConfigFile file) {
        this.file = file;
    }

    /** The documents of a file in their order; one, unless Spring's separator stands in it. */
    static List<Settings> read(ConfigFile file) {
        PropertiesFile properties = new PropertiesFile(file);
        properties.position = file.contentStart();
        while (properties.position < file.text().length()) {
            properties.line();
        }
        return properties.documents.stream().map(Settings::of).toList();
    }

    private void line() {
        take(BLANK);
        Span comment = take(COMMENT);
        if (comment.end() > comment.start()) {
            if (DOCUMENT.matcher(file.text().substring(comment.start(), comment.end()))
                    .matches()) {
                documents.add(new ArrayList<>());
            }
        } else if (position < file.text().length()) {
            setting();
        }
    }

    private void setting() {
        Span key = take(KEY);
        take(SEPARATOR);
        Span value = take(VALUE);
        String written = file.decoded(value);
        Notation notation = new PropertiesNotation(written.contains("\\:") || written.contains("\\="));
        last().add(new Setting(file, value, notation, unescaped(file.decoded(key)), new Secret(unescaped(written))));
    }

    private List<Setting> last() {
        return documents.get(documents.size() - 1);
    }

    private Span take(Pattern pattern) {
        Matcher matcher =
                pattern.matcher(file.text()).region(position, file.text().length());
        Span taken = matcher.lookingAt() ? new Span(position, matcher.end()) : new Span(position, position);
        position = taken.end();
        return taken;
    }

    private static String unescaped(String written) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader("=" + written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("");
    }
}

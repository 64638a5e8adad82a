package io.github.dbsync.appconfig;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** A scalar of a YAML file, in its style (YAML 1.2.2, chapter 7); in another one only where that cannot say the value. */
enum YamlNotation implements Notation {
    PLAIN {
        @Override
        public String write(String value) {
            return SAFE.matcher(value).matches() && !WORD.matcher(value).matches() ? value : DOUBLE.write(value);
        }
    },
    /** Within braces or brackets, where commas and braces end a scalar, and to SnakeYAML question marks too. */
    PLAIN_IN_FLOW {
        @Override
        public String write(String value) {
            return IN_FLOW.matcher(value).find() ? DOUBLE.write(value) : PLAIN.write(value);
        }
    },
    SINGLE {
        @Override
        public String write(String value) {
            return CONTROL.matcher(value).find() ? DOUBLE.write(value) : "'" + value.replace("'", "''") + "'";
        }
    },
    DOUBLE {
        @Override
        public String write(String value) {
            String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
            return "\"" + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + "\"";
        }
    };

    /** What begins and goes on in a way that nothing in YAML begins with, and holds neither a mapping nor a comment. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z/$](?:[^\\s:#]|:(?=\\S)|#| (?=[^\\s#]))*");

    /** Words that readers of YAML 1.1 take for something else than a text. */
    private static final Pattern WORD =
            Pattern.compile("(?:true|false|yes|no|on|off|y|n|null)", Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_FLOW = Pattern.compile("[,?\\[\\]{}]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    static YamlNotation of(ScalarStyle style, boolean inFlow) {
        return switch (style) {
            case SINGLE_QUOTED -> SINGLE;
            case PLAIN -> inFlow ? PLAIN_IN_FLOW : PLAIN;
            default -> DOUBLE;
        };
    }
}

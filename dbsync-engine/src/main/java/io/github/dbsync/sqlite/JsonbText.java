package io.github.dbsync.sqlite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON as PostgreSQL prints its {@code jsonb}: keys by their length and then their bytes, the last of equal ones, numbers in
 * full, and one blank behind each comma and colon (PostgreSQL docs, "JSON Types"; source: {@code jsonb_out}).
 */
final class JsonbText {

    private static final int DEEPEST = 1000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(100_000)
                    .build())
            .build();

    private static final Comparator<byte[]> ORDER_OF_KEYS =
            Comparator.<byte[]>comparingInt(key -> key.length).thenComparing(Arrays::compareUnsigned);

    private JsonbText() {}

    /** The text of a JSON value, or null where it is none, or none that PostgreSQL can hold. */
    static byte @Nullable [] of(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            StringBuilder text = new StringBuilder();
            boolean whole = parser.nextToken() != null && append(text, parser) && parser.nextToken() == null;
            return whole ? text.toString().getBytes(StandardCharsets.UTF_8) : null;
        } catch (IOException malformed) {
            return null;
        }
    }

    private static boolean append(StringBuilder text, JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> appendObject(text, parser);
            case START_ARRAY -> appendArray(text, parser);
            case VALUE_STRING -> appendString(text, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                appendPlain(text, new BigDecimal(parser.getText()).toPlainString());
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> appendPlain(text, parser.getText());
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> false;
        };
    }

    private static boolean appendPlain(StringBuilder text, String value) {
        text.append(value);
        return true;
    }

    private static boolean appendArray(StringBuilder text, JsonParser parser) throws IOException {
        String between = "";
        text.append('[');
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            text.append(between);
            between = ", ";
            if (!append(text, parser)) {
                return false;
            }
        }
        text.append(']');
        return true;
    }

    private static boolean appendObject(StringBuilder text, JsonParser parser) throws IOException {
        Map<byte[], String> members = new TreeMap<>(ORDER_OF_KEYS);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            StringBuilder member = new StringBuilder();
            parser.nextToken();
            if (!appendString(member, key) || !append(member.append(": "), parser)) {
                return false;
            }
            members.put(key.getBytes(StandardCharsets.UTF_8), member.toString());
        }
        text.append('{').append(String.join(", ", members.values())).append('}');
        return true;
    }

    private static boolean appendString(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == 0 || isHalf(value, i)) {
                return false;
            }
            appendEscaped(text, character);
        }
        text.append('"');
        return true;
    }

    /** Whether a character is half of one outside the basic plane, without its other half. */
    private static boolean isHalf(String value, int at) {
        char character = value.charAt(at);
        if (Character.isHighSurrogate(character)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(character) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }

    private static void appendEscaped(StringBuilder text, char character) {
        switch (character) {
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            default -> text.append(character < ' ' ? String.format("\\u%04x", (int) character) : character);
        }
    }

    /** The same text without the blanks that mean nothing. */
    static String compact(String jsonb) {
        StringBuilder text = new StringBuilder(jsonb.length());
        boolean quoted = false;
        for (int i = 0; i < jsonb.length(); i++) {
            char character = jsonb.charAt(i);
            if (quoted && character == '\\') {
                text.append(character).append(jsonb.charAt(++i));
            } else if (quoted || character != ' ') {
                text.append(character);
                quoted ^= character == '"';
            }
        }
        return text.toString();
    }
}

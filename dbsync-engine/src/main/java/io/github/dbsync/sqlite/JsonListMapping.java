package io.github.dbsync.sqlite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.JsonList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's arrays as JSON arrays; the carrier is what PostgreSQL prints. */
record JsonListMapping(JsonList form) implements ColumnMapping {

    private static final String NULL = "null";
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage != Storage.TEXT) {
            return Misfit.of(storage);
        }
        String text = cells.text(column).utf8();
        if (text.equals(NULL)) {
            vector.setNull(row);
            return null;
        }
        ArrayLiteral literal = literal(text);
        if (literal == null) {
            return Misfit.NO_LIST;
        }
        ((BytesVector) vector).set(row, literal.printed().getBytes(StandardCharsets.UTF_8));
        return null;
    }

    private @Nullable ArrayLiteral literal(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            List<@Nullable String> members = new ArrayList<>();
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            while (list && parser.nextToken() != JsonToken.END_ARRAY) {
                members.add(member(parser, text));
            }
            return list && parser.nextToken() == null ? new ArrayLiteral(members) : null;
        } catch (IOException malformed) {
            return null;
        }
    }

    /** @throws IOException where it is another kind of member */
    private @Nullable String member(JsonParser parser, String text) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (form.element()) {
            case TEXT -> textOf(parser, token == JsonToken.VALUE_STRING);
            case NUMBER -> textOf(parser, token != null && token.isNumeric());
            case BOOLEAN -> textOf(parser, token != null && token.isBoolean()).substring(0, 1);
            case JSON -> normalised(whole(parser, text));
        };
    }

    private static String textOf(JsonParser parser, boolean fits) throws IOException {
        if (!fits) {
            throw new IOException("another kind of member");
        }
        return parser.getText();
    }

    private static String whole(JsonParser parser, String text) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    private static String normalised(String json) throws IOException {
        byte[] printed = JsonbText.of(json.getBytes(StandardCharsets.UTF_8));
        if (printed == null) {
            throw new IOException("no jsonb");
        }
        return new String(printed, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Object write(Vector vector, int row) {
        BytesVector bytes = (BytesVector) vector;
        ArrayLiteral literal = ArrayLiteral.parse(
                new String(bytes.array(), bytes.start(row), bytes.length(row), StandardCharsets.UTF_8));
        if (literal == null || !literal.members().stream().allMatch(this::isSayable)) {
            return null;
        }
        return literal.members().stream().map(this::json).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public Object writeNull() {
        return NULL;
    }

    /** JSON knows no NaN, and its own null would be no member at all. */
    private boolean isSayable(@Nullable String member) {
        if (member == null) {
            return true;
        }
        return switch (form.element()) {
            case TEXT, BOOLEAN -> true;
            case NUMBER -> NUMBER.matcher(member).matches();
            case JSON -> !member.equals(NULL);
        };
    }

    private String json(@Nullable String member) {
        if (member == null) {
            return NULL;
        }
        return switch (form.element()) {
            case TEXT -> '"' + new String(JsonStringEncoder.getInstance().quoteAsString(member)) + '"';
            case NUMBER -> member;
            case BOOLEAN -> String.valueOf(member.equals("t"));
            case JSON -> JsonbText.compact(member);
        };
    }
}

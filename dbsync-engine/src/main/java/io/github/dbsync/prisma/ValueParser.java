package io.github.dbsync.prisma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads expressions and lists of arguments. Each rule gives nothing where it does not apply; the cursor is then anywhere. */
final class ValueParser {

    private static final JsonMapper JSON = new JsonMapper();

    private final Cursor cursor;

    ValueParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Optional<Value> value() {
        return cursor.attempt(this::call)
                .or(() -> cursor.attempt(this::array))
                .or(() -> cursor.attempt(this::fields))
                .or(() -> cursor.attempt(this::number))
                .or(() -> cursor.string().flatMap(ValueParser::text))
                .or(() -> path().map(Value.Constant::new));
    }

    /** Arguments in parentheses; none where there are no parentheses either. Empty where they are not well formed. */
    Optional<List<Argument>> arguments() {
        return cursor.take("(")
                ? inside(")", () -> cursor.attempt(this::named).or(this::unnamed))
                : Optional.of(List.of());
    }

    /** Identifiers with dots between, without blanks. */
    Optional<Token> path() {
        return cursor.attempt(() -> {
            int start = cursor.next();
            Optional<Token> part = cursor.identifier();
            while (part.isPresent() && cursor.takeNext(".")) {
                part = cursor.identifier();
            }
            return part.map(last -> cursor.since(start));
        });
    }

    private Optional<Value> call() {
        int start = cursor.next();
        Optional<Token> function = path();
        if (function.isEmpty() || !cursor.take("(")) {
            return Optional.empty();
        }
        return inside(")", () -> cursor.attempt(this::named).or(this::unnamed))
                .map(arguments -> new Value.Call(function.get().text(), arguments, cursor.since(start)));
    }

    private Optional<Value> array() {
        int start = cursor.next();
        return cursor.take("[")
                ? inside("]", this::value).map(values -> new Value.Array(values, cursor.since(start)))
                : Optional.empty();
    }

    private Optional<Value> fields() {
        int start = cursor.next();
        return cursor.take("{")
                ? inside("}", this::named).map(entries -> new Value.Fields(entries, cursor.since(start)))
                : Optional.empty();
    }

    private Optional<Value> number() {
        int start = cursor.next();
        cursor.takeNext("-");
        if (!cursor.digits() || (cursor.takeNext(".") && !cursor.digits())) {
            return Optional.empty();
        }
        return Optional.of(new Value.Number(cursor.since(start)));
    }

    /** A string literal has JSON's escapes; with any other it is none. */
    static Optional<String> unquoted(Token literal) {
        try {
            return Optional.of(JSON.readValue(literal.text(), String.class));
        } catch (JsonProcessingException unknownEscape) {
            return Optional.empty();
        }
    }

    private static Optional<Value> text(Token literal) {
        return unquoted(literal).map(text -> new Value.Text(text, literal));
    }

    private Optional<Argument> named() {
        Optional<Token> name = cursor.identifier();
        return name.isPresent() && cursor.take(":")
                ? value().map(value -> new Argument(name.get().text(), value))
                : Optional.empty();
    }

    private Optional<Argument> unnamed() {
        return value().map(value -> new Argument("", value));
    }

    /** Members with commas between, up to a closing symbol; no comma at the end. */
    private <T> Optional<List<T>> inside(String close, Supplier<Optional<T>> member) {
        List<T> members = new ArrayList<>();
        if (cursor.take(close)) {
            return Optional.of(members);
        }
        do {
            Optional<T> next = member.get();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            members.add(next.get());
        } while (cursor.take(","));
        return cursor.take(close) ? Optional.of(members) : Optional.empty();
    }
}

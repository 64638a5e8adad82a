package io.github.dbsync.prisma;

import io.github.dbsync.catalog.Default;
import io.github.dbsync.catalog.Default.Meaning;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The defaults that a database has. What Prisma Client fills in itself ({@code uuid()}, {@code @updatedAt}) is none. Where
 * Prisma's own SQL for SQLite is broken, what the application needs is said instead.
 */
final class ColumnDefaults {

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern(" xxx")
            .toFormatter(Locale.ROOT);

    /** As Prisma's driver adapters store a moment; the blank that Prisma itself writes makes it unreadable (prisma#27786). */
    private static final DateTimeFormatter SQLITE_MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private final PushContext context;
    private final ColumnTypes types;

    ColumnDefaults(PushContext context) {
        this.context = context;
        this.types = new ColumnTypes(context);
    }

    @Nullable
    Default of(Field field) {
        return field.lookup("default")
                .flatMap(attribute -> attribute.lookupMain("value"))
                .flatMap(value -> of(value, field))
                .orElse(null);
    }

    private Optional<Default> of(Value value, Field field) {
        if (value instanceof Value.Call call) {
            return ofFunction(call);
        } else if (value instanceof Value.Array array) {
            return Optional.of(list(array, field));
        }
        return Optional.of(single(value, field));
    }

    private Optional<Default> ofFunction(Value.Call call) {
        if (call.function().equals("now")) {
            return Optional.of(new Default("CURRENT_TIMESTAMP", new Meaning.CurrentTimestamp()));
        } else if (!call.function().equals("dbgenerated")) {
            return Optional.empty();
        }
        return call.arguments().stream()
                .flatMap(argument -> argument.value().asText().stream())
                .filter(expression -> context.provider() == Provider.POSTGRESQL || isKnownToSqlite(expression))
                .map(expression -> new Default(expression, new Meaning.Unknown()))
                .findFirst();
    }

    /** Whether SQLite takes an expression as a default (SQLite docs, CREATE TABLE, 3.2): functions of PostgreSQL are none. */
    static boolean isKnownToSqlite(String expression) {
        return expression.matches("(?i)CURRENT_(TIMESTAMP|DATE|TIME)|TRUE|FALSE|NULL|[-+]?[0-9.]+|'([^']|'')*'");
    }

    private Default list(Value.Array array, Field field) {
        if (context.provider() == Provider.SQLITE) {
            String json = array.values().stream()
                    .map(value ->
                            value instanceof Value.Constant word && !word.name().matches("true|false")
                                    ? '"' + enumValue(word, field) + '"'
                                    : value.token().text())
                    .collect(Collectors.joining(", ", "[", "]"));
            return new Default(Sql.literal(json), new Meaning.Text(json));
        }
        String members = array.values().stream()
                .map(value -> single(value, field).declared())
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
        return new Default(members + "::" + types.of(field).declared(), new Meaning.Unknown());
    }

    private Default single(Value value, Field field) {
        if (value instanceof Value.Constant word) {
            return ofWord(word, field);
        } else if (value instanceof Value.Text text) {
            return ofText(text.value(), field);
        }
        return number(value.token().text());
    }

    private Default ofWord(Value.Constant word, Field field) {
        return ScalarType.of(field).isPresent()
                ? new Default(word.name(), new Meaning.Bool(word.name().equals("true")))
                : text(enumValue(word, field));
    }

    private Default ofText(String text, Field field) {
        return switch (ScalarType.of(field).orElse(ScalarType.STRING)) {
            case BYTES -> bytes(HexFormat.of().formatHex(Base64.getDecoder().decode(text)));
            case DATETIME -> text(moment(OffsetDateTime.parse(text)));
            case FLOAT, DECIMAL -> number(text);
            case STRING, BOOLEAN, INT, BIGINT, JSON -> text(text);
        };
    }

    private String moment(OffsetDateTime moment) {
        return context.provider() == Provider.SQLITE
                ? moment.withOffsetSameInstant(ZoneOffset.UTC).format(SQLITE_MOMENT)
                : moment.format(MOMENT);
    }

    /** Prisma writes the digits as a text, which no client can read as bytes. */
    private Default bytes(String hex) {
        String declared = context.provider() == Provider.SQLITE ? "X'" + hex + "'" : "'\\x" + hex + "'";
        return new Default(declared, new Meaning.Bytes(hex));
    }

    private static Default number(String digits) {
        return new Default(digits, new Meaning.Number(digits));
    }

    private static Default text(String text) {
        return new Default(Sql.literal(text), new Meaning.Text(text));
    }

    private String enumValue(Value.Constant word, Field field) {
        return context.schema().lookupEnum(field.type().name()).stream()
                .flatMap(type -> type.values().stream())
                .filter(value -> value.name().text().equals(word.name()))
                .map(Attributed::databaseName)
                .findFirst()
                .orElse(word.name());
    }
}

package io.github.dbsync.prisma;

import static io.github.dbsync.prisma.SchemaProblems.refused;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dbsync.feedback.Problem;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Defaults that fit the type of their field. */
final class DefaultCheck {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, Set<ScalarType>> FUNCTIONS = Map.of(
            "autoincrement", Set.of(ScalarType.INT, ScalarType.BIGINT),
            "now", Set.of(ScalarType.DATETIME),
            "uuid", Set.of(ScalarType.STRING),
            "cuid", Set.of(ScalarType.STRING),
            "nanoid", Set.of(ScalarType.STRING),
            "ulid", Set.of(ScalarType.STRING));

    private final Schema schema;

    private DefaultCheck(Schema schema) {
        this.schema = schema;
    }

    static Stream<Problem> problems(Schema schema) {
        DefaultCheck check = new DefaultCheck(schema);
        return schema.blocks().stream()
                .flatMap(block -> block.fields().stream())
                .flatMap(check::problem);
    }

    private Stream<Problem> problem(Field field) {
        return field
                .lookup("default")
                .filter(attribute -> !attribute
                        .lookupMain("value")
                        .filter(value -> fits(value, field))
                        .isPresent())
                .map(attribute -> refused(attribute.name(), "the default does not fit the type of the field"))
                .stream();
    }

    private boolean fits(Value value, Field field) {
        if (value instanceof Value.Call call) {
            return isFunctionOf(call, field);
        } else if (value instanceof Value.Array array) {
            return field.isList()
                    && !Relation.isRelation(field, schema)
                    && array.values().stream().allMatch(member -> isValueOf(member, field));
        }
        return !field.isList() && isValueOf(value, field);
    }

    private static boolean isFunctionOf(Value.Call call, Field field) {
        if (call.function().equals("dbgenerated")) {
            return call.arguments().stream().allMatch(argument -> isFullText(argument.value()));
        }
        Set<ScalarType> types = FUNCTIONS.getOrDefault(call.function(), Set.of());
        return ScalarType.of(field).filter(types::contains).isPresent();
    }

    private static boolean isFullText(Value value) {
        return value instanceof Value.Text text && !text.value().isEmpty();
    }

    private boolean isValueOf(Value value, Field field) {
        return ScalarType.of(field)
                .map(type -> isValueOf(value, type))
                .orElseGet(() -> isValueOf(value, schema.lookupEnum(field.type().name())));
    }

    private static boolean isValueOf(Value value, Optional<Enumeration> type) {
        return value instanceof Value.Constant constant
                && type.stream()
                        .flatMap(known -> known.values().stream())
                        .anyMatch(known -> known.name().text().equals(constant.name()));
    }

    private static boolean isValueOf(Value value, ScalarType type) {
        return switch (type) {
            case STRING -> value instanceof Value.Text;
            case BOOLEAN -> value instanceof Value.Constant word && word.name().matches("true|false");
            case INT, BIGINT -> isNumber(value, "-?\\d+");
            case FLOAT, DECIMAL -> isNumber(value, "-?\\d+(\\.\\d+)?");
            case DATETIME -> value instanceof Value.Text text && isMoment(text.value());
            case JSON -> value instanceof Value.Text text && isJson(text.value());
            case BYTES -> value instanceof Value.Text text && isBase64(text.value());
        };
    }

    /** Floating and exact numbers may be written as text, too. */
    private static boolean isNumber(Value value, String form) {
        if (value instanceof Value.Text text) {
            return form.contains(".") && text.value().matches("[-+]?\\d+(\\.\\d+)?");
        }
        return value instanceof Value.Number && value.token().text().matches(form);
    }

    private static boolean isMoment(String text) {
        try {
            return OffsetDateTime.parse(text) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException none) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text) != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}

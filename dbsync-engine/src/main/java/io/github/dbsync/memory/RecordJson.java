package io.github.dbsync.memory;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.github.dbsync.catalog.Default;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.StoredForm;

/**
 * Records of the model as JSON that is read back as the same records. Equal records give equal texts. Stateless and
 * thread-safe.
 */
public final class RecordJson {

    /** The version of the format: another one whenever the records that are kept get or lose a component. */
    public static final int VERSION = 3;

    private static final JsonMapper JSON = mapper();

    private RecordJson() {}

    /** A record in one line. */
    public static String write(Record plain) {
        try {
            return JSON.writeValueAsString(plain);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("It consists of plain records", impossible);
        }
    }

    /** A record in lines that people can read. */
    public static String writeInLines(Record plain) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plain) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("It consists of plain records", impossible);
        }
    }

    /**
     * The record that a text holds.
     *
     * @throws JsonProcessingException where it holds none of that type
     */
    public static <T extends Record> T read(String json, Class<T> type) throws JsonProcessingException {
        return JSON.readValue(json, type);
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        nameVariants(builder, LogicalType.class);
        nameVariants(builder, StoredForm.class);
        nameVariants(builder, Default.Meaning.class);
        nameVariants(builder, Expression.Token.class);
        return builder.build();
    }

    private static void nameVariants(JsonMapper.Builder builder, Class<?> sealed) {
        builder.addMixIn(sealed, Variant.class);
        for (Class<?> variant : sealed.getPermittedSubclasses()) {
            builder.registerSubtypes(new NamedType(variant, variant.getSimpleName()));
        }
    }

    /** A variant of a sealed type says in its property {@code is} which one it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Variant {}
}

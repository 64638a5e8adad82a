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
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A memory as text: one line with the format's version and a checksum, then JSON. Stateless and thread-safe.
 *
 * <p>The text is deterministic: the same memory gives the same characters.
 */
public final class MemoryText {

    /** The version of the format: another one whenever the records that are kept get or lose a component. */
    private static final int VERSION = 3;

    private static final Pattern HEADING = Pattern.compile("dbsync memory ([0-9]+) sha256 ([0-9a-f]{64})\n");

    private static final JsonMapper JSON = mapper();

    private MemoryText() {}

    /** The memory as text. */
    public static String encode(Memory memory) {
        try {
            String json = JSON.writeValueAsString(memory);
            return "dbsync memory " + VERSION + " sha256 " + DigestUtils.sha256Hex(json) + "\n" + json;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A memory consists of plain records", impossible);
        }
    }

    /**
     * The memory that a text holds.
     *
     * @throws DbSyncException with {@code MEMORY_NOT_TRUSTED} where the text is of another version, or not as it was written
     */
    public static Memory decode(String text) {
        Matcher heading = HEADING.matcher(text);
        if (!heading.lookingAt()) {
            throw notTrusted("it does not begin as a memory does: it is damaged, or not dbsync's", null);
        }
        if (!heading.group(1).equals(String.valueOf(VERSION))) {
            throw notTrusted(
                    "another version of dbsync wrote it: its format is " + heading.group(1)
                            + ", and this one knows format " + VERSION,
                    null);
        }
        String json = text.substring(heading.end());
        if (!DigestUtils.sha256Hex(json).equals(heading.group(2))) {
            throw notTrusted("its checksum does not match: somebody changed it", null);
        }
        try {
            return JSON.readValue(json, Memory.class);
        } catch (JsonProcessingException unreadable) {
            throw notTrusted("another version of dbsync wrote it", unreadable);
        }
    }

    private static DbSyncException notTrusted(String why, @Nullable Throwable cause) {
        return new DbSyncException(
                Problem.refusal(
                        ProblemCode.MEMORY_NOT_TRUSTED,
                        "What dbsync remembered about this database's origin cannot be trusted.",
                        "SQLite: view dbsync_memory; PostgreSQL: table dbsync.memory",
                        why,
                        "sync with the version of dbsync that wrote it, or drop that view or schema to sync without memory:"
                                + " types and objects that only the other side can say are then translated anew,"
                                + " and virtual tables of SQLite do not come back"),
                cause);
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

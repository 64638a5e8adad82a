package io.github.dbsync.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
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

    private static final Pattern HEADING = Pattern.compile("dbsync memory ([0-9]+) sha256 ([0-9a-f]{64})\n");

    private MemoryText() {}

    /** The memory as text. */
    public static String encode(Memory memory) {
        String json = RecordJson.write(memory);
        return "dbsync memory " + RecordJson.VERSION + " sha256 " + DigestUtils.sha256Hex(json) + "\n" + json;
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
        if (!heading.group(1).equals(String.valueOf(RecordJson.VERSION))) {
            throw notTrusted(
                    "another version of dbsync wrote it: its format is " + heading.group(1)
                            + ", and this one knows format " + RecordJson.VERSION,
                    null);
        }
        String json = text.substring(heading.end());
        if (!DigestUtils.sha256Hex(json).equals(heading.group(2))) {
            throw notTrusted("its checksum does not match: somebody changed it", null);
        }
        try {
            return RecordJson.read(json, Memory.class);
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
}

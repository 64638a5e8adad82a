package io.github.dbsync.tag;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.report.LastSync;
import io.github.dbsync.report.LastSync.SyncedTable;
import io.github.dbsync.report.LastSync.TakenSnapshot;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a tag records of a sync, as text that people read and {@link #read} understands: a headline, then {@code name: value}
 * lines (of the schema one for each end, of the snapshot one where there is one), then one line for each table with its digest, its rows, and its names at the source and at the target, between tabs.
 *
 * @param sync the sync
 */
record TagMessage(LastSync sync) {

    private static final Pattern FIELD = Pattern.compile("(?m)^(from|to|synced|verified|schema|snapshot): +(.*)$");
    private static final Pattern TABLE = Pattern.compile("(?m)^([0-9a-f]{32})\t(\\d+)\t([^\t\n]*)\t([^\t\n]*)$");

    TagMessage {
        requireNonNull(sync, "sync");
    }

    /** What a tag's message says; nothing where it is no message of dbsync's. */
    static Optional<TagMessage> read(String message) {
        try {
            List<SyncedTable> tables =
                    TABLE.matcher(message).results().map(TagMessage::table).toList();
            return Optional.of(new TagMessage(new LastSync(
                    Instant.parse(field("synced", message)),
                    field("from", message),
                    field("to", message),
                    field("verified", message),
                    schemas(message),
                    snapshot(field("snapshot", message)),
                    tables)));
        } catch (DateTimeException otherMessage) {
            return Optional.empty();
        }
    }

    private static String field(String name, String message) {
        return fields(name, message).findFirst().orElse("");
    }

    private static Stream<String> fields(String name, String message) {
        return FIELD.matcher(message)
                .results()
                .filter(field -> field.group(1).equals(name))
                .map(field -> field.group(2));
    }

    private static Map<String, String> schemas(String message) {
        return fields("schema", message)
                .map(TagMessage::words)
                .collect(Collectors.toMap(words -> words.get(0), words -> words.get(1), (first, second) -> first));
    }

    private static @Nullable TakenSnapshot snapshot(String field) {
        return field.isEmpty()
                ? null
                : new TakenSnapshot(words(field).get(0), words(field).get(1));
    }

    /** What stands before the last blank, and what stands behind it. */
    private static List<String> words(String field) {
        int blank = field.lastIndexOf(' ');
        return List.of(field.substring(0, Math.max(blank, 0)), field.substring(blank + 1));
    }

    private static SyncedTable table(MatchResult line) {
        return new SyncedTable(
                unescaped(line.group(3)), unescaped(line.group(4)), Long.parseLong(line.group(2)), line.group(1));
    }

    /** The message, ending with a line break. */
    String text() {
        TakenSnapshot snapshot = sync.snapshot();
        long rows = sync.tables().stream().mapToLong(SyncedTable::rows).sum();
        return "dbsync: " + count(sync.tables().size(), "table") + " with " + count(rows, "row")
                + " are the same on both sides\n"
                + "\nfrom:     " + sync.source()
                + "\nto:       " + sync.target()
                + "\nsynced:   " + sync.started()
                + "\nverified: " + sync.verify()
                + sync.schemas().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(schema -> "\nschema:   " + schema.getKey() + " " + schema.getValue())
                        .collect(Collectors.joining())
                + (snapshot == null ? "" : "\nsnapshot: " + snapshot.file() + " " + snapshot.sha256())
                + "\n\n"
                + sync.tables().stream().map(TagMessage::line).collect(Collectors.joining());
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String line(SyncedTable table) {
        return String.join("\t", table.digest(), "" + table.rows(), escaped(table.source()), escaped(table.target()))
                + "\n";
    }

    private static String escaped(String name) {
        return name.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String name) {
        return Pattern.compile("\\\\(.)").matcher(name).replaceAll(TagMessage::unescaped);
    }

    private static String unescaped(MatchResult escape) {
        String character = switch (escape.group(1)) {
            case "t" -> "\t";
            case "n" -> "\n";
            case "r" -> "\r";
            default -> escape.group(1);
        };
        return Matcher.quoteReplacement(character);
    }
}

package io.github.dbsync.seed;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.TextTable;
import io.github.dbsync.seed.RowChange.Kind;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a seed will do, file by file. */
public final class SeedPlan {

    private final List<SeedFile> files;
    /** By the rows themselves: two rows of a file may be equal. */
    private final IdentityHashMap<SeedRow, RowChange> changes;

    private final List<Problem> problems;

    SeedPlan(List<SeedFile> files, IdentityHashMap<SeedRow, RowChange> changes, List<Problem> problems) {
        this.files = List.copyOf(files);
        this.changes = requireNonNull(changes, "changes");
        this.problems = List.copyOf(problems);
    }

    List<SeedFile> files() {
        return files;
    }

    /** What becomes of the rows of a file, in their order; rows with problems have no change. */
    List<RowChange> changes(SeedFile.Rows file) {
        return file.rows().stream()
                .filter(changes::containsKey)
                .map(changes::get)
                .toList();
    }

    List<RowChange> changes() {
        return files.stream()
                .filter(SeedFile.Rows.class::isInstance)
                .flatMap(file -> changes((SeedFile.Rows) file).stream())
                .toList();
    }

    /** The same with what came up later. */
    public SeedPlan withProblems(List<Problem> more) {
        return new SeedPlan(
                files, changes, Stream.concat(problems.stream(), more.stream()).toList());
    }

    boolean hasScripts() {
        return files.stream().anyMatch(SeedFile.Script.class::isInstance);
    }

    /** Everything that stands against it. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether rows that are there get other values. */
    public boolean overwrites() {
        return changes().stream().anyMatch(change -> change.kind() == Kind.CHANGED);
    }

    /** Whether anything is written at all. */
    public boolean writes() {
        return hasScripts() || changes().stream().anyMatch(change -> change.kind() != Kind.SAME);
    }

    /** Each table with the numbers of its rows, and each script. */
    public String text() {
        return Stream.concat(counts().stream(), scripts()).collect(Collectors.joining("\n"));
    }

    private Optional<String> counts() {
        Map<String, Map<Kind, Integer>> counts = new LinkedHashMap<>();
        changes()
                .forEach(change -> counts.computeIfAbsent(
                                change.row().table().name().toString(), table -> new EnumMap<>(Kind.class))
                        .merge(change.kind(), 1, Integer::sum));
        TextTable table = new TextTable("table", "added", "changed", "already there");
        counts.forEach((name, count) -> table.add(
                name,
                count.getOrDefault(Kind.ADDED, 0),
                count.getOrDefault(Kind.CHANGED, 0),
                count.getOrDefault(Kind.SAME, 0)));
        return counts.isEmpty() ? Optional.empty() : Optional.of(table.toString());
    }

    private Stream<String> scripts() {
        return files.stream().filter(SeedFile.Script.class::isInstance).map(script -> "  runs " + script.name());
    }
}

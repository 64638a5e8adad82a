package io.github.dbsync.check;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code check.md}: a table of all checks, and below it what is wrong, for a reviewer and for the summary of a CI job. */
public final class CheckReportFile {

    /** The file's name. */
    public static final String NAME = "check.md";

    /** What Markdown, or the HTML in it, would take for something else than text. */
    private static final Map<String, String> ESCAPES = Map.of(
            "&", "&amp;", "<", "&lt;", ">", "&gt;", "|", "\\|", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[", "\\",
            "\\\\");

    private CheckReportFile() {}

    /**
     * Writes the file, in the place of any before.
     *
     * @throws DbSyncException with {@code FILE_NOT_WRITABLE}
     */
    public static void write(CheckReport report, Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            Files.writeString(file, markdown(report));
        } catch (IOException refused) {
            throw new DbSyncException(
                    Problem.refusal(
                            ProblemCode.FILE_NOT_WRITABLE,
                            "The report could not be written.",
                            file.toString(),
                            "The folder is not writable or the disk is full; nothing was changed.",
                            "Name another folder with -Ddbsync.report=<folder>"),
                    refused);
        }
    }

    private static String markdown(CheckReport report) {
        List<String> lines = new ArrayList<>(
                List.of("# dbsync check", "", escaped(CheckText.conclusion(report)), "", "| | |", "|---|---|"));
        report.results().forEach(result -> lines.add(row(result)));
        report.results().stream()
                .filter(result -> !result.outcome().problems().isEmpty())
                .forEach(result -> lines.addAll(section(result)));
        return String.join("\n", lines) + "\n";
    }

    private static String row(CheckResult result) {
        String verdict = result.verdict().words();
        return "| " + (result.verdict() == Verdict.FAILED ? "**" + verdict + "**" : verdict) + " | "
                + escaped((result.sentence() + " " + result.outcome().said()).strip()) + " |";
    }

    private static List<String> section(CheckResult result) {
        return Stream.concat(
                        Stream.of("", "## " + result.verdict().words() + ": " + escaped(result.sentence())),
                        result.outcome().problems().stream().flatMap(CheckReportFile::problem))
                .toList();
    }

    private static Stream<String> problem(Problem problem) {
        return Stream.concat(
                Stream.of("", "**" + problem.code().id() + ":** " + escaped(problem.what()), ""),
                Stream.of(part("where", problem.where()), part("why", problem.why()), part("remedy", problem.remedy()))
                        .filter(line -> !line.isEmpty()));
    }

    private static String part(String name, String text) {
        return text.isEmpty() ? "" : "- " + name + ": " + escaped(text);
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> character.isBlank() ? " " : ESCAPES.getOrDefault(character, character))
                .collect(Collectors.joining());
    }
}

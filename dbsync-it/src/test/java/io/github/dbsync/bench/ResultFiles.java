package io.github.dbsync.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes results as a table to read, as JSON for programs, and as a picture. */
final class ResultFiles {

    private final Path folder;

    ResultFiles(Path folder) {
        this.folder = folder;
    }

    void write(List<Result> results) throws IOException {
        String table = table(results);
        System.out.println(table);
        Files.writeString(folder.resolve("results.md"), table);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(
                        folder.resolve("results.json").toFile(),
                        results.stream().map(ResultFiles::json).toList());
        Picture.write(results, folder.resolve("results.svg"));
    }

    private static String table(List<Result> results) {
        StringBuilder table = new StringBuilder(
                "| rows | direction | who | times dbsync's seconds | seconds: median (least to most) |"
                        + " CPU seconds | peak MB |\n|---|---|---|---|---|---|---|\n");
        results.forEach(result -> table.append(row(result, results)));
        return table.toString();
    }

    private static String row(Result result, List<Result> results) {
        String who = String.format(
                "| %s | %s | %s |",
                result.workload().title(),
                result.contender().direction().title(),
                result.contender().name());
        return who + (result.isFailure() ? " | failed | | |\n" : figures(result, results));
    }

    private static String figures(Result result, List<Result> results) {
        return String.format(
                Locale.ROOT,
                " %.2f | %.2f (%.2f to %.2f) | %.2f | %.0f |%n",
                ratio(result, results),
                result.median(Measurement::seconds),
                result.least(Measurement::seconds),
                result.most(Measurement::seconds),
                result.median(Measurement::cpuSeconds),
                result.most(Measurement::peakMegabytes));
    }

    /** How many times as long as dbsync, which proves every value, somebody took for the same rows in the same direction. */
    static double ratio(Result result, List<Result> results) {
        return result.median(Measurement::seconds) / dbsync(result, results).median(Measurement::seconds);
    }

    private static Result dbsync(Result result, List<Result> results) {
        return results.stream()
                .filter(other -> other.workload() == result.workload())
                .filter(other ->
                        other.contender().direction() == result.contender().direction())
                .filter(other -> other.contender().name().equals(Contenders.DBSYNC))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> json(Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("workload", result.workload().title());
        json.put("description", result.workload().description());
        json.put("direction", result.contender().direction().title());
        json.put("contender", result.contender().name());
        json.put("runs", result.runs());
        return json;
    }
}

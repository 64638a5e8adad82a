package io.github.dbsync.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs commands and looks at their processes while they run. */
final class Meter {

    private static final long MILLIS_BETWEEN_LOOKS = 10;

    private final Path log;

    /**
     * @param log where the commands' output goes
     */
    Meter(Path log) {
        this.log = log;
    }

    /**
     * Runs a command that the rest depends on.
     *
     * @throws IllegalStateException where it fails
     */
    void run(Command command) throws IOException, InterruptedException {
        if (measure(command).isEmpty()) {
            throw new IllegalStateException(command.line().get(0) + " failed; see " + log);
        }
    }

    /** Runs a command to its end, with nothing to read. Empty where it fails. */
    Optional<Measurement> measure(Command command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.line())
                .directory(command.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        Map<Long, Duration> processors = new HashMap<>();
        Map<Long, Long> memory = new HashMap<>();
        long start = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = false;
        while (!ended) {
            Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .forEach(one -> look(one, processors, memory));
            ended = process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return process.exitValue() == 0
                ? Optional.of(new Measurement(seconds, cpuSeconds(processors), megabytes(memory)))
                : Optional.empty();
    }

    private static double cpuSeconds(Map<Long, Duration> processors) {
        return processors.values().stream()
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    private static double megabytes(Map<Long, Long> kilobytes) {
        return kilobytes.values().stream().mapToLong(Long::longValue).sum() / 1024.0;
    }

    private static void look(ProcessHandle process, Map<Long, Duration> processors, Map<Long, Long> memory) {
        process.info().totalCpuDuration().ifPresent(time -> processors.put(process.pid(), time));
        memory.merge(process.pid(), peakKilobytes(process.pid()), Math::max);
    }

    /** Linux' own account (man 5 proc, VmHWM); 0 elsewhere, and where the process has just ended. */
    private static long peakKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"), UTF_8)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }
}

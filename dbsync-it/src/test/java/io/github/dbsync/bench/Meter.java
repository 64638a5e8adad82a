package io.github.dbsync.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs commands and looks at their processes while they run, seldom enough to leave them the processors. For Linux. */
final class Meter {

    private static final long MILLIS_BETWEEN_LOOKS = 100;

    /** What the kernel shows, whatever it counts in (man 7 time, USER_HZ). */
    private static final double TICKS_PER_SECOND = 100;

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
        double cpuBefore = cpuSecondsOfChildren();
        long peak = 0;
        long start = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = false;
        while (!ended) {
            peak = Math.max(peak, peakKilobytes(process));
            ended = process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return process.exitValue() == 0
                ? Optional.of(new Measurement(seconds, cpuSecondsOfChildren() - cpuBefore, peak / 1024.0))
                : Optional.empty();
    }

    /** What all processes took that this one started, and theirs, once they have ended (man 5 proc, cutime and cstime). */
    private static double cpuSecondsOfChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fromState = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fromState[13]) + Long.parseLong(fromState[14])) / TICKS_PER_SECOND;
    }

    /** The highest so far among a process and those that it started. */
    private static long peakKilobytes(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(one -> peakKilobytes(one.pid()))
                .max()
                .orElse(0);
    }

    /** Linux' own account (man 5 proc, VmHWM); 0 where the process has just ended. */
    private static long peakKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"), UTF_8)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }
}

package io.github.dbsync.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A program that runs to its end, with what it said. */
record Command(int exitCode, String output) {

    /** Runs a program without input, its messages in English. */
    static Command run(Collection<String> words) {
        try {
            Process process = builder(words).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Command(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Command(-1, "interrupted");
        }
    }

    /** Whether a program is there and ends well. */
    static boolean succeeds(Collection<String> words) {
        try {
            return run(words).succeeded();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    static ProcessBuilder builder(Collection<String> words) {
        ProcessBuilder builder = new ProcessBuilder(List.copyOf(words)).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    static List<String> words(List<String> prefix, String... words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return all;
    }

    boolean succeeded() {
        return exitCode == 0;
    }
}

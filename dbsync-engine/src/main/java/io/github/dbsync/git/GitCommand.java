package io.github.dbsync.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dbsync.feedback.Interruption;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The real git, run in a folder. It asks nobody: it has no terminal, and its input ends at once. */
final class GitCommand {

    private final Path folder;

    GitCommand(Path folder) {
        this.folder = folder;
    }

    /**
     * What became of a command.
     *
     * @param exit its exit status
     * @param output what it said
     * @param error what it complained about
     */
    record Result(int exit, String output, String error) {

        boolean succeeded() {
            return exit == 0;
        }
    }

    /** @throws UncheckedIOException where there is no git on this machine */
    Result run(String... command) {
        return run("", List.of(command));
    }

    /** @param input what the command reads */
    Result run(String input, List<String> command) {
        List<String> line = new ArrayList<>(List.of("git", "-C", folder.toString()));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        try {
            return result(builder.start(), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result result(Process git, String input) throws IOException {
        CompletableFuture<String> error = CompletableFuture.supplyAsync(() -> text(git.getErrorStream()));
        try {
            try (OutputStream out = git.getOutputStream()) {
                out.write(input.getBytes(UTF_8));
            }
            String output = text(git.getInputStream());
            return new Result(git.waitFor(), output, error.join().strip());
        } catch (InterruptedException interrupted) {
            git.destroy();
            Thread.currentThread().interrupt();
            throw Interruption.exception(interrupted);
        }
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

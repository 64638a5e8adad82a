package io.github.dbsync.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A tiny shell that starts the server, waits for its own input to end, and stops the server. Its input is a pipe from this
 * process: however this process ends, by {@code kill -9} too, the system closes the pipe and the server stops.
 */
final class Supervisor implements AutoCloseable {

    /** Deaf to Ctrl-C: this process has work to give up first, and the end of it is what counts. */
    private static final String SCRIPT = """
            pg_ctl=$1 data=$2 log=$3 options=$4
            shift 4
            trap '' INT TERM HUP PIPE
            if ! "$@" "$pg_ctl" start -s -w -t 120 -D "$data" -l "$log" -o "$options" </dev/null; then
                "$@" "$pg_ctl" stop -s -m immediate -D "$data" 2>/dev/null
                exit 1
            fi
            echo ready
            read -r end
            "$@" "$pg_ctl" stop -s -w -t 120 -m fast -D "$data"
            """;

    private static final int STOP_SECONDS = 130;

    private final Process shell;

    private Supervisor(Process shell) {
        this.shell = shell;
    }

    /**
     * Starts a server and waits until it takes connections.
     *
     * @return null where it does not start; its log says why
     */
    static @Nullable Supervisor start(ServerUser user, Binaries binaries, ServerFolder folder, String options)
            throws IOException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "dbsync-embedded-postgres"));
        words.addAll(List.of(
                binaries.program("pg_ctl"),
                folder.data().toString(),
                folder.log().toString(),
                options));
        words.addAll(user.prefix());
        Process shell = Command.builder(words).start();
        return isReady(shell) ? new Supervisor(shell) : null;
    }

    private static boolean isReady(Process shell) throws IOException {
        BufferedReader said = shell.inputReader(UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals("ready")) {
                return true;
            }
        }
        return false;
    }

    /** Stops the server; open transactions are rolled back. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.github.dbsync.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an earlier run left behind: a server that is still there or just stopping, or a {@code postmaster.pid} whose number
 * may belong to anybody by now, as it does after the restart of a container.
 */
final class LeftoverServer {

    private final ServerFolder folder;

    LeftoverServer(ServerFolder folder) {
        this.folder = folder;
    }

    /** Stops the server or removes the file. Called by the holder of the folder's lock only. */
    void clear(ServerUser user, Binaries binaries) throws IOException {
        if (process().filter(this::servesThisFolder).isPresent()) {
            Command.run(user.command(
                    binaries.program("pg_ctl"),
                    "stop",
                    "-s",
                    "-w",
                    "-m",
                    "fast",
                    "-D",
                    folder.data().toString()));
        } else {
            Files.deleteIfExists(pidFile());
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile(), UTF_8).stream()
                .findFirst()
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    }

    private boolean servesThisFolder(ProcessHandle process) {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(word -> word.equals(folder.data().toString()));
    }

    private Path pidFile() {
        return folder.data().resolve("postmaster.pid");
    }
}

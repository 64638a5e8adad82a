package io.github.dbsync.appconfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The places in an application's own scripts that name driver adapters of Prisma: imports, and where one is made. */
final class AdapterUses {

    private static final Set<String> NOT_ITS_OWN =
            Set.of("node_modules", "generated", "dist", "build", "out", "target", "coverage");
    private static final Pattern SCRIPT = Pattern.compile(".*(?<!\\.d)\\.[cm]?[jt]sx?");
    private static final int MAX_BYTES = 1_000_000;

    private final Path project;
    private final List<Use> uses = new ArrayList<>();

    private AdapterUses(Path project) {
        this.project = project;
    }

    /**
     * A place in a script.
     *
     * @param adapter the adapter that is named
     * @param where file, relative to the project's folder, and line
     */
    record Use(DriverAdapter adapter, String where) {}

    /** All uses in a project, file by file. */
    static List<Use> in(Path project) {
        AdapterUses found = new AdapterUses(project);
        try {
            Files.walkFileTree(project, found.new Visitor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.uses;
    }

    /** What cannot be read says nothing. */
    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean hidden = name.startsWith(".") || NOT_ITS_OWN.contains(name);
            return hidden && !folder.equals(project) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (SCRIPT.matcher(String.valueOf(file.getFileName())).matches() && attributes.size() <= MAX_BYTES) {
                ConfigFile.readIfPresent(file).ifPresent(AdapterUses.this::read);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    private void read(ConfigFile file) {
        if (file.text().contains("@prisma/adapter-")) {
            List<ScriptToken> tokens = ScriptScanner.scan(file.text());
            IntStream.range(0, tokens.size())
                    .boxed()
                    .flatMap(i -> named(tokens, i).map(adapter -> use(file, tokens.get(i), adapter)))
                    .distinct()
                    .forEach(uses::add);
        }
    }

    private Use use(ConfigFile file, ScriptToken token, DriverAdapter adapter) {
        String place = file.at(token.span().start());
        return new Use(adapter, project.relativize(Path.of(place)).toString());
    }

    private static Stream<DriverAdapter> named(List<ScriptToken> tokens, int index) {
        ScriptToken token = tokens.get(index);
        boolean made = token.isWord() && index > 0 && tokens.get(index - 1).is("new");
        return Stream.of(DriverAdapter.values())
                .filter(adapter ->
                        token.isText() ? adapter.isNamedBy(token.value()) : made && adapter.isClass(token.text()));
    }
}

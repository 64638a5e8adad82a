package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the application read before the switch, kept in {@code .env.sqlite} or {@code .env.postgres}, where the way back
 * looks for it. Not in {@code .env.local}, for Next.js and Vite read that one before {@code .env}, and would go on with the
 * old database. A value that such a file had before becomes a comment; nothing is lost.
 */
final class PreviousSettings {

    private final Application application;
    private final Found found;
    private final Map<String, String> settings;

    /**
     * @param found the end that is left
     * @param settings the values that were switched, as they were written, by their names in a .env file
     */
    PreviousSettings(Application application, Found found, Map<String, String> settings) {
        this.application = application;
        this.found = found;
        this.settings = settings;
    }

    /** Whether the way back finds an end without its URL being kept. */
    static boolean isFoundAnyway(Application application, Found found) {
        return EndsFinder.inOtherFiles(application, found.side())
                .map(Found::endpoint)
                .map(other -> other.equals(found.endpoint()))
                .orElse(found.endpoint() instanceof EmbeddedPostgres);
    }

    /** The edit that keeps them, or nothing where all of them are kept already. */
    Optional<FileEdit> edit() {
        Optional<DotEnv> file = application.envFile(name());
        Map<String, String> missing = new LinkedHashMap<>(settings);
        file.ifPresent(env -> missing.entrySet().removeIf(setting -> isThere(env, setting)));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(file.map(env -> keepIn(env, missing)).orElseGet(() -> create(missing)));
    }

    /** What to tell of it. */
    Problem kept(FileEdit edit) {
        return Problem.note(
                ProblemCode.PREVIOUS_URL_KEPT,
                "The URL of the " + found.side().title() + " end is kept for the way back",
                edit.path().toString(),
                edit.creates() ? "the file is new, and readable for you alone" : "",
                found.is(Side.POSTGRESQL) ? "It may hold a password: add " + name() + " to .gitignore" : "");
    }

    private String name() {
        return fileName(found.side());
    }

    /** The file that keeps what the application reads while it is on a side. */
    static String fileName(Side side) {
        return side == Side.SQLITE ? ".env.sqlite" : ".env.postgres";
    }

    private static boolean isThere(DotEnv file, Map.Entry<String, String> setting) {
        return file.settings()
                .lookup(setting.getKey())
                .filter(there -> there.written().reveal().equals(setting.getValue()))
                .isPresent();
    }

    private FileEdit create(Map<String, String> missing) {
        Path path = application.folder().resolve(name());
        String text = "# Kept by dbsync: where the " + found.side().title() + " end is.\n" + lines(missing, "\n");
        return FileEdit.create(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private FileEdit keepIn(DotEnv env, Map<String, String> missing) {
        ConfigFile file = env.file();
        Map<Span, String> changes = new LinkedHashMap<>();
        Map<String, String> added = new LinkedHashMap<>();
        missing.forEach((name, value) -> env.settings()
                .lookup(name)
                .ifPresentOrElse(there -> replace(there, value, changes), () -> added.put(name, value)));
        if (!added.isEmpty()) {
            int end = file.text().length();
            boolean atLineStart = end == 0 || file.text().endsWith("\n");
            String text = (atLineStart ? "" : file.lineBreak()) + lines(added, file.lineBreak());
            changes.put(new Span(end, end), text);
        }
        return file.replace(changes);
    }

    private static void replace(Setting there, String value, Map<Span, String> changes) {
        ConfigFile file = there.file();
        int start = file.text().lastIndexOf('\n', there.span().start()) + 1;
        changes.put(
                new Span(start, start),
                "# " + file.decoded(new Span(start, there.span().end())) + file.lineBreak());
        changes.put(there.span(), there.quoting().write(value));
    }

    private static String lines(Map<String, String> settings, String lineBreak) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + Quoting.DOUBLE.write(setting.getValue()) + lineBreak)
                .collect(Collectors.joining());
    }
}

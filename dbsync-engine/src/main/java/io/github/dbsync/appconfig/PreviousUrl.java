package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The URL that the application read before the switch, kept in {@code .env.sqlite} or {@code .env.postgres}, where
 * the way back looks for it. Not in {@code .env.local}, for Next.js and Vite read that one before {@code .env}, and
 * would go on with the old database. A URL that such a file had before becomes a comment; nothing is lost.
 */
final class PreviousUrl {

    private final Application application;
    private final Setting setting;
    private final Found found;

    PreviousUrl(Application application, Setting setting, Found found) {
        this.application = application;
        this.setting = setting;
        this.found = found;
    }

    /** The edit that keeps it, or nothing where the way back finds it anyway. */
    Optional<FileEdit> edit() {
        boolean foundAnyway = EndsFinder.inOtherFiles(application, found.side())
                .map(other -> other.endpoint().equals(found.endpoint()))
                .orElse(found.endpoint() instanceof EmbeddedPostgres);
        return foundAnyway ? Optional.empty() : Optional.of(keep());
    }

    /** What to tell of it. */
    Problem kept(FileEdit edit) {
        String name = String.valueOf(edit.path().getFileName());
        return Problem.note(
                ProblemCode.PREVIOUS_URL_KEPT,
                "The URL of the " + found.side().title() + " end is kept for the way back",
                edit.path().toString(),
                edit.before().isPresent() ? "" : "the file is new, and readable for you alone",
                found.is(Side.POSTGRESQL) ? "It may hold a password: add " + name + " to .gitignore" : "");
    }

    private FileEdit keep() {
        String name = found.is(Side.SQLITE) ? ".env.sqlite" : ".env.postgres";
        return application.envFile(name).map(this::keepIn).orElseGet(() -> create(name));
    }

    private FileEdit create(String name) {
        Path path = application.folder().resolve(name);
        String text = "# Kept by dbsync: where the " + found.side().title() + " end is.\n" + line() + "\n";
        return FileEdit.create(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private FileEdit keepIn(DotEnv env) {
        ConfigFile file = env.file();
        return env.lookup(key()).map(this::replace).orElseGet(() -> append(file));
    }

    private FileEdit append(ConfigFile file) {
        int end = file.text().length();
        boolean atLineStart = end == 0 || file.text().endsWith("\n");
        String text = (atLineStart ? "" : file.lineBreak()) + line() + file.lineBreak();
        return file.replace(Map.of(new Span(end, end), text));
    }

    private FileEdit replace(Setting other) {
        ConfigFile file = other.file();
        int start = file.text().lastIndexOf('\n', other.span().start()) + 1;
        Map<Span, String> changes = new LinkedHashMap<>();
        changes.put(
                new Span(start, start),
                "# " + file.decoded(new Span(start, other.span().end())) + file.lineBreak());
        changes.put(other.span(), other.quoting().write(setting.written().reveal()));
        return file.replace(changes);
    }

    private String line() {
        return key() + "=" + Quoting.DOUBLE.write(setting.written().reveal());
    }

    private String key() {
        return setting.quoting() == Quoting.PRISMA ? application.urlVariable() : setting.key();
    }
}

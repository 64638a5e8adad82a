package io.github.dbsync.appconfig;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The .env file of a stage in the place of {@code .env}, as users copy it by hand: all of it, comments too. Below it stands
 * what only the {@code .env} before had. That one is kept, as it was, in {@code .env.previous}, and the way back puts it in
 * its place again where nobody has edited {@code .env} since.
 *
 * @param env the {@code .env} that the application reads
 * @param stage the stage's name, or null where {@code .env.previous} comes back
 * @param after the text of {@code .env} afterwards, one character for each byte
 */
record StageTemplate(DotEnv env, @Nullable String stage, String after) {

    static final String PREVIOUS = ".env.previous";

    private static final String MARK = "# Kept by dbsync: .env before .env.%s took its place\n";
    private static final String FROM_BEFORE = "# From the .env before";

    /**
     * The template that the target was found in; empty where that is no such file, or the application reads another one
     * than {@code .env}.
     *
     * @param stage the name by which the target was asked for, or null
     */
    static Optional<StageTemplate> of(Application application, Setting active, @Nullable String stage) {
        if (!isEnv(application, active) || stage == null) {
            return Optional.empty();
        }
        DotEnv env = DotEnv.read(active.file());
        return application
                .envFile(".env." + stage)
                .map(template -> new StageTemplate(env, stage, composed(template, env)));
    }

    /** The {@code .env} that a stage's took the place of, where all that has come of it is still there. */
    static Optional<StageTemplate> previous(Application application) {
        Optional<DotEnv> kept = application.envFile(PREVIOUS);
        Optional<DotEnv> env = application.envFile(".env");
        if (kept.isEmpty() || env.isEmpty()) {
            return Optional.empty();
        }
        String text = kept.get().file().text();
        return application.stages().stream()
                .filter(stage -> text.startsWith(mark(stage)))
                .filter(stage -> application
                        .envFile(".env." + stage)
                        .map(template -> composed(template, kept.get()))
                        .filter(env.get().file().text()::equals)
                        .isPresent())
                .map(stage -> new StageTemplate(
                        env.get(), null, text.substring(mark(stage).length())))
                .findFirst();
    }

    /** The change of {@code .env}, and where it is not a return, the one that keeps what it was. */
    List<FileEdit> edits() {
        List<FileEdit> edits = new ArrayList<>();
        edits.add(env.file().become(after));
        if (stage != null) {
            keep(mark(stage) + env.file().text(), edits);
        }
        return edits;
    }

    /** What to tell of it. */
    List<Problem> findings() {
        return stage == null
                ? List.of()
                : List.of(Problem.note(
                        ProblemCode.PREVIOUS_FILE_KEPT,
                        "The .env file of the stage takes the place of .env",
                        sibling(PREVIOUS).toString(),
                        "there the .env before is kept as it is, for the way back",
                        "Add " + PREVIOUS + " to .gitignore: it may hold a password"));
    }

    /** Another {@code .env.previous} that is there already moves on to a name with a number. */
    private void keep(String text, List<FileEdit> edits) {
        Optional<ConfigFile> there = ConfigFile.readIfPresent(sibling(PREVIOUS));
        if (there.isEmpty()) {
            edits.add(FileEdit.create(sibling(PREVIOUS), bytes(text)));
        } else if (!there.get().text().equals(text)) {
            edits.add(there.get().become(text));
            edits.add(FileEdit.create(free(), bytes(there.get().text())));
        }
    }

    private Path free() {
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> sibling(PREVIOUS + "-" + number))
                .filter(path -> !Files.exists(path))
                .findFirst()
                .orElseThrow();
    }

    private Path sibling(String name) {
        return env.file().path().resolveSibling(name);
    }

    private static boolean isEnv(Application application, Setting active) {
        return active.file().path().equals(application.folder().resolve(".env"));
    }

    /** The template, and below it the lines of the settings that only {@code env} has. */
    private static String composed(DotEnv template, DotEnv env) {
        ConfigFile file = template.file();
        List<Setting> missing = env.settings().all().stream()
                .filter(setting -> !template.has(setting.key()))
                .toList();
        if (missing.isEmpty()) {
            return file.text();
        }
        boolean atLineStart = file.text().isEmpty() || file.text().endsWith("\n");
        return file.text()
                + (atLineStart ? "" : file.lineBreak())
                + FROM_BEFORE
                + file.lineBreak()
                + missing.stream()
                        .map(setting -> line(setting) + file.lineBreak())
                        .collect(Collectors.joining());
    }

    /** All of the line that a setting stands on, and of those that its value goes on to. */
    private static String line(Setting setting) {
        String text = setting.file().text();
        int start = text.lastIndexOf('\n', setting.span().start() - 1) + 1;
        int end = text.indexOf('\n', setting.span().end());
        return text.substring(start, end < 0 ? text.length() : end).replaceFirst("\\r$", "");
    }

    private static String mark(String stage) {
        return MARK.formatted(stage);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

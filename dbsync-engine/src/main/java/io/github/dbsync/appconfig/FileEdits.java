package io.github.dbsync.appconfig;

import io.github.dbsync.appconfig.Journal.Entry;
import io.github.dbsync.appconfig.Journal.Stage;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes edits all or none, through a crash too: what is new is first written beside its place; then a journal says so; then
 * one place after the other is taken by a rename, and folders are moved likewise. What a crash leaves behind, the next run
 * undoes (before the journal says that everything is there) or finishes (after it).
 */
public final class FileEdits {

    private FileEdits() {}

    /**
     * Makes all edits, or none.
     *
     * @param folder the project's folder, where {@code .dbsync/} is
     * @throws DbSyncException with {@code FILE_CHANGED_MEANWHILE} or {@code FILE_NOT_WRITABLE}
     */
    public static void apply(Path folder, List<FileEdit> edits) {
        if (edits.isEmpty()) {
            return;
        }
        recover(folder);
        Journal journal = journal(edits);
        refuseIfChanged(folder, journal);
        stage(folder, edits, journal);
        finish(folder, journal.at(Stage.REPLACING));
    }

    /**
     * Undoes or finishes what a run that was killed has left; to be called before the application's files are read.
     *
     * @return a note for each file that was finished; empty where there was nothing to do
     * @throws DbSyncException with {@code FILE_CHANGED_MEANWHILE} where somebody has edited such a file since
     */
    public static List<Problem> recover(Path folder) {
        Optional<Journal> left = journal(folder);
        if (left.isEmpty()) {
            deleteJournal(folder);
            return List.of();
        }
        return switch (left.get().stage()) {
            case WRITING -> {
                undo(folder, left.get());
                yield List.of();
            }
            case REPLACING -> {
                refuseIfChanged(folder, left.get());
                finish(folder, left.get());
                yield left.get().entries().stream().map(FileEdits::completed).toList();
            }
        };
    }

    /** Writes all new contents beside their files; whatever fails, nothing has changed. */
    static void stage(Path folder, List<FileEdit> edits, Journal journal) {
        try {
            journal.write(folder);
            for (FileEdit edit : edits) {
                edit.stage();
            }
            journal.at(Stage.REPLACING).write(folder);
        } catch (IOException e) {
            undo(folder, journal);
            throw notWritable(
                    e, "Nothing was changed. Make the file and its folder writable, or give -Ddbsync.switch=false");
        }
    }

    static Journal journal(List<FileEdit> edits) {
        List<Entry> entries = new ArrayList<>();
        try {
            for (FileEdit edit : edits) {
                entries.add(edit.entry());
            }
        } catch (IOException | UncheckedIOException e) {
            throw notWritable(e, "Nothing was changed. Make the folder readable with all that is in it");
        }
        return new Journal(Stage.WRITING, entries);
    }

    private static void finish(Path folder, Journal journal) {
        try {
            for (Entry entry : journal.entries()) {
                replace(entry);
            }
            Journal.delete(folder);
        } catch (IOException e) {
            throw notWritable(e, "Make the file and its folder writable; the next run of dbsync then changes the rest");
        }
    }

    private static void replace(Entry entry) throws IOException {
        Path staged = Path.of(entry.staged());
        if (!isAfter(entry)) {
            DurableFiles.replace(Path.of(entry.path()), staged);
        } else if (!entry.moved()) {
            DurableFiles.delete(staged);
        }
    }

    private static void undo(Path folder, Journal journal) {
        try {
            for (Entry entry : journal.entries()) {
                if (!entry.moved()) {
                    DurableFiles.delete(Path.of(entry.staged()));
                }
            }
            Journal.delete(folder);
        } catch (IOException e) {
            throw notWritable(e, "Make the folder writable; nothing was changed");
        }
    }

    private static void refuseIfChanged(Path folder, Journal journal) {
        for (Entry entry : journal.entries()) {
            if (!isAfter(entry) && !isBefore(entry, journal)) {
                throw changedMeanwhile(folder, entry);
            }
        }
    }

    private static boolean isBefore(Entry entry, Journal journal) {
        boolean free = isMovedAway(entry.path(), journal);
        boolean complete = !entry.moved() || entry.after().equals(digest(entry.staged()));
        return complete && (free || Objects.equals(digest(entry.path()), entry.before()));
    }

    private static boolean isMovedAway(String path, Journal journal) {
        return journal.entries().stream()
                .filter(entry -> entry.moved() && entry.staged().equals(path))
                .anyMatch(entry -> !isAfter(entry));
    }

    private static boolean isAfter(Entry entry) {
        return entry.after().equals(digest(entry.path()));
    }

    private static @Nullable String digest(String path) {
        try {
            return ContentDigest.of(Path.of(path));
        } catch (IOException | UncheckedIOException e) {
            throw notWritable(e, "Make the file readable");
        }
    }

    private static Optional<Journal> journal(Path folder) {
        try {
            return Journal.read(folder);
        } catch (IOException e) {
            throw notWritable(e, "Look at the files it names, then delete " + Journal.place(folder));
        }
    }

    /** Also half of a journal that a crash left beside its place, before anything else was written. */
    private static void deleteJournal(Path folder) {
        try {
            Journal.delete(folder);
        } catch (IOException e) {
            throw notWritable(e, "Make the folder writable; nothing was changed");
        }
    }

    private static Problem completed(Entry entry) {
        return Problem.note(
                ProblemCode.SWITCH_COMPLETED,
                "The switch of an earlier run was finished",
                entry.path(),
                "that run was interrupted between two files",
                "");
    }

    private static DbSyncException changedMeanwhile(Path folder, Entry entry) {
        boolean interrupted = Files.exists(Journal.place(folder));
        return new DbSyncException(Problem.refusal(
                ProblemCode.FILE_CHANGED_MEANWHILE,
                "A file to be switched was changed meanwhile",
                entry.moved() ? entry.staged() : entry.path(),
                interrupted
                        ? "an earlier run was interrupted while it switched this file, and somebody has edited it since"
                        : "its content is not what dbsync read at the beginning",
                interrupted ? remedy(entry) + Journal.place(folder) : "Run dbsync again"));
    }

    private static String remedy(Entry entry) {
        return entry.moved()
                ? "Move it to " + entry.path() + ", or leave it, then delete "
                : "Compare it with " + entry.staged() + ", then delete that file and ";
    }

    private static DbSyncException notWritable(Exception e, String remedy) {
        return new DbSyncException(
                Problem.refusal(
                        ProblemCode.FILE_NOT_WRITABLE,
                        "A file of the application cannot be changed",
                        String.valueOf(e.getMessage()),
                        e.getClass().getSimpleName(),
                        remedy),
                e);
    }
}

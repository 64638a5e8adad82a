package io.github.dbsync.doctor;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.Problem;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param subject what was looked at, and what was found where all is well
 * @param problem what is wrong with it, or null
 */
public record Check(String subject, @Nullable Problem problem) {

    public Check {
        requireNonNull(subject, "subject");
    }

    static Check passed(String subject) {
        return new Check(subject, null);
    }

    static Check of(Problem problem) {
        return new Check(problem.what(), problem);
    }

    /** What keeps a sync from running, if anything. */
    public Optional<Problem> refusal() {
        return Optional.ofNullable(problem).filter(Problem::refuses);
    }

    /** The check as a line, and the problem below it. */
    public String text() {
        return problem == null
                ? "ok       " + subject
                : String.format(Locale.ROOT, "%-8s ", word(problem)) + problem.text();
    }

    private static String word(Problem problem) {
        return switch (problem.severity()) {
            case REFUSAL -> "failed";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}

package io.github.dbsync.feedback;

import static java.util.Objects.requireNonNull;

/**
 * One sentence a user can act on. A finding of the plan is a problem, and so is the reason of an exception: a warning
 * before the run and the error after it are the same text, kept in one place.
 *
 * @param code what kind of problem, stable over releases
 * @param severity whether it stops the sync
 * @param what what happened
 * @param where file and line, or table, column and row; empty where the whole run is meant
 * @param why the reason
 * @param remedy the exact command or setting that helps
 */
public record Problem(ProblemCode code, Severity severity, String what, String where, String why, String remedy) {

    public Problem {
        requireNonNull(code, "code");
        requireNonNull(severity, "severity");
        requireNonNull(what, "what");
        requireNonNull(where, "where");
        requireNonNull(why, "why");
        requireNonNull(remedy, "remedy");
    }

    /** A problem that stops the sync. */
    public static Problem refusal(ProblemCode code, String what, String where, String why, String remedy) {
        return new Problem(code, Severity.REFUSAL, what, where, why, remedy);
    }

    /** Something that will be different on the other side. */
    public static Problem warning(ProblemCode code, String what, String where, String why, String remedy) {
        return new Problem(code, Severity.WARNING, what, where, why, remedy);
    }

    /** Something worth knowing. */
    public static Problem note(ProblemCode code, String what, String where, String why, String remedy) {
        return new Problem(code, Severity.NOTE, what, where, why, remedy);
    }

    /** The same problem where it matters more, or less. */
    public Problem withSeverity(Severity other) {
        return new Problem(code, other, what, where, why, remedy);
    }

    public boolean refuses() {
        return severity == Severity.REFUSAL;
    }

    /** The problem as a paragraph of up to four lines. */
    public String text() {
        StringBuilder text = new StringBuilder(code.id()).append(": ").append(what);
        if (!where.isEmpty()) {
            text.append("\n  where:  ").append(where);
        }
        if (!why.isEmpty()) {
            text.append("\n  why:    ").append(why);
        }
        if (!remedy.isEmpty()) {
            text.append("\n  remedy: ").append(remedy);
        }
        return text.toString();
    }
}

package io.github.dbsync.feedback;

import org.jspecify.annotations.Nullable;

/** The one exception of the engine: it carries a {@link Problem}, and its message is the problem's text. */
public final class DbSyncException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public DbSyncException(Problem problem) {
        this(problem, null);
    }

    public DbSyncException(Problem problem, @Nullable Throwable cause) {
        super(problem.text(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

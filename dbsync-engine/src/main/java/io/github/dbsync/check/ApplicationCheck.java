package io.github.dbsync.check;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;

/** Whether the application's files that say where its data is are understood. */
public record ApplicationCheck(Project project) implements Check {

    @Override
    public String sentence() {
        return "The application's files are understood.";
    }

    @Override
    public Outcome examine() {
        return project.application().problem().map(ApplicationCheck::outcome).orElseGet(() -> Outcome.passed(""));
    }

    /** Several databases are nothing wrong; a sync only has to be told which of them is meant. */
    private static Outcome outcome(Problem problem) {
        return problem.code() == ProblemCode.SEVERAL_DATABASES
                ? Outcome.notApplicable("They name several databases.")
                : Outcome.failed(problem);
    }
}

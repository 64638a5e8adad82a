package io.github.dbsync.check;

import io.github.dbsync.appconfig.Application;
import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.comparison.Comparer;
import io.github.dbsync.comparison.TableComparison;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.plan.Planner;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.Survey;
import io.github.dbsync.survey.SurveyRequest;
import java.util.List;

/** Whether both databases have the same tables by their meaning, where no schema says what they should have. */
public record EndsAgreeCheck(Project project, LiveEnds live, Dialects dialects) implements Check {

    @Override
    public String sentence() {
        return "Source and target have the same tables.";
    }

    @Override
    public Outcome examine() {
        return project.schema().isPresent()
                ? Outcome.notApplicable("Each was held against the Prisma schema.")
                : live.at(Ends::source, source -> live.at(Ends::target, target -> compare(source, target)));
    }

    private Outcome compare(Endpoint from, Endpoint to) {
        Application application = live.ends().orElseThrow().application();
        ColumnRules rules = project.rules().value().orElse(ColumnRules.NONE);
        try (Source source = dialects.source(from);
                Source target = dialects.source(to)) {
            SurveyRequest wanted = new SurveyRequest(Selection.ALL, rules, null, application);
            SyncPlan plan = Planner.plan(Survey.of(wanted, from, source, to, target));
            return outcome(new Comparer(source, target, Progress.SILENT).compareDefinitions(plan), to);
        }
    }

    private static Outcome outcome(List<TableComparison> tables, Endpoint to) {
        return Outcome.of(
                tables.size() + " tables were compared; the goal verify compares rows.",
                tables.stream()
                        .filter(table -> !table.definition().isEmpty())
                        .map(table -> differs(table, to))
                        .toList());
    }

    private static Problem differs(TableComparison table, Endpoint to) {
        return Problem.refusal(
                ProblemCode.ENDS_DIFFER,
                "The two ends do not have the same tables.",
                "table " + table.target() + " of " + to.describe(),
                String.join("; ", table.definition()) + ".",
                "Run the goal sync to make the target what the source is, or change the one that is wrong");
    }
}

package io.github.dbsync;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.check.ApplicationCheck;
import io.github.dbsync.check.Check;
import io.github.dbsync.check.CheckReport;
import io.github.dbsync.check.CheckReportFile;
import io.github.dbsync.check.CheckRequest;
import io.github.dbsync.check.EndSchemaCheck;
import io.github.dbsync.check.EndsAgreeCheck;
import io.github.dbsync.check.LiveEnds;
import io.github.dbsync.check.MigrationProviderCheck;
import io.github.dbsync.check.MigrationsMakeSchemaCheck;
import io.github.dbsync.check.OtherProviderCheck;
import io.github.dbsync.check.Project;
import io.github.dbsync.check.PublishedFilesCheck;
import io.github.dbsync.check.RulesCheck;
import io.github.dbsync.check.SchemaFileCheck;
import io.github.dbsync.check.SchemaMaker;
import io.github.dbsync.check.SeedTrial;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.survey.Dialects;
import java.util.List;

/** The flow of a check: read the project, make every check whatever the others found, write the report. */
final class CheckRun {

    private final Progress progress;
    private final Dialects dialects;

    CheckRun(Progress progress, Dialects dialects) {
        this.progress = progress;
        this.dialects = dialects;
    }

    CheckReport run(CheckRequest request) {
        progress.stage("check");
        List<Check> checks = checks(request);
        CheckReport report = new CheckReport(checks.stream().map(Check::result).toList(), request.strict());
        CheckReportFile.write(report, request.reportFolder());
        return report;
    }

    private List<Check> checks(CheckRequest request) {
        Project project = Project.read(request);
        SchemaMaker maker = new SchemaMaker(dialects, request.scratchServer());
        LiveEnds live = LiveEnds.find(request.ends(), dialects);
        return List.of(
                new ApplicationCheck(project),
                new SchemaFileCheck(project),
                new OtherProviderCheck(project),
                new MigrationProviderCheck(project),
                new MigrationsMakeSchemaCheck(project, maker),
                new EndSchemaCheck(project, maker, live, "source", Ends::source),
                new EndSchemaCheck(project, maker, live, "target", Ends::target),
                new EndsAgreeCheck(project, live, dialects),
                new RulesCheck(project, live, dialects),
                new SeedTrial(request, project, maker, dialects),
                new PublishedFilesCheck(request, live));
    }
}

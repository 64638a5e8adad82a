package io.github.dbsync;

import io.github.dbsync.appconfig.Application;
import io.github.dbsync.comparison.Comparer;
import io.github.dbsync.comparison.Comparison;
import io.github.dbsync.comparison.ComparisonRequest;
import io.github.dbsync.dialect.Inventory;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.plan.Planner;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.FoundEnds;
import io.github.dbsync.survey.Survey;
import io.github.dbsync.survey.SurveyRequest;
import io.github.dbsync.tag.TagComparison;
import io.github.dbsync.tag.TagVerifier;

/** The flow of a comparison: the plan of a sync says what is to be compared with what, and how. */
final class ComparisonRun {

    private final Progress progress;
    private final Dialects dialects;

    ComparisonRun(Progress progress, Dialects dialects) {
        this.progress = progress;
        this.dialects = dialects;
    }

    Comparison compare(ComparisonRequest request) {
        FoundEnds found = findEnds(request);
        Endpoint from = dialects.running(found.ends().source());
        Endpoint to = dialects.running(found.ends().target());
        try (Source source = dialects.source(from);
                Source target = dialects.source(to)) {
            SyncPlan plan = plan(request, found.ends().application(), from, source, to, target);
            progress.stage("verify");
            return new Comparer(source, target, progress).compare(plan);
        }
    }

    TagComparison compareWithTag(ComparisonRequest request, String tag) {
        FoundEnds found = findEnds(request);
        Endpoint from = dialects.running(found.ends().source());
        Endpoint to = found.ends().target();
        try (Source source = dialects.source(from)) {
            SyncPlan plan = plan(request, found.ends().application(), from, source, to, Survey.nothingAt(to));
            progress.stage("verify");
            return TagVerifier.compare(request.ends().folder(), tag, plan, source, from.describe());
        }
    }

    private FoundEnds findEnds(ComparisonRequest request) {
        progress.stage("ends");
        return FoundEnds.find(request.ends());
    }

    private SyncPlan plan(
            ComparisonRequest request,
            Application application,
            Endpoint from,
            Source source,
            Endpoint to,
            Inventory target) {
        progress.stage("plan");
        SurveyRequest wanted = new SurveyRequest(request.selection(), request.rules(), null, application);
        return Planner.plan(Survey.of(wanted, from, source, to, target));
    }
}

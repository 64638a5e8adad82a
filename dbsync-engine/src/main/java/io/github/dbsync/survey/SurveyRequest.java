package io.github.dbsync.survey;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.Application;
import io.github.dbsync.plan.SchemaMode;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.rules.ColumnRules;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a plan beyond its ends.
 *
 * @param selection which tables take part
 * @param rules what the user says of columns
 * @param schema whose the target's schema is, or null where that is to be found out
 * @param application may say what the target's schema is, where it is not kept
 */
public record SurveyRequest(
        Selection selection, ColumnRules rules, @Nullable SchemaMode schema, Application application) {

    public SurveyRequest {
        requireNonNull(selection, "selection");
        requireNonNull(rules, "rules");
        requireNonNull(application, "application");
    }
}

package io.github.dbsync.maven;

import io.github.dbsync.DbSync;
import io.github.dbsync.SyncRequest;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.report.SyncReport;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.rules.RulesFile;
import io.github.dbsync.verify.VerifyMode;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** A goal that plans a sync, and perhaps carries it out: the parameters that say what takes part, and the report. */
abstract class PlanningMojo extends DatabaseMojo {

    /** The tables that take part, with {@code *} and {@code ?}; all by default. */
    @Parameter(property = "dbsync.include")
    private List<String> include = List.of();

    /** The tables that do not take part, with {@code *} and {@code ?}. */
    @Parameter(property = "dbsync.exclude")
    private List<String> exclude = List.of();

    /**
     * What the values of columns mean and how SQLite keeps them, where their declared types do not say it: each a {@code
     * <rule>} with the words of {@code dbsync.yaml}, in which rules may stand too.
     */
    @Parameter
    private @Nullable PlexusConfiguration rules;

    /**
     * Whether the application's files are made to name the target. By default {@code true} where the goal is
     * called from the command line, and {@code false} where it is bound to a phase.
     */
    @Parameter(property = "dbsync.switch", alias = "switch")
    private @Nullable Boolean switchFiles;

    /** The folder of {@code report.json}. By default {@code target/dbsync}, without a POM {@code .dbsync}. */
    @Parameter(property = "dbsync.report")
    private @Nullable File report;

    PlanningMojo(MavenBuild build) {
        super(build);
    }

    /** How much is proven where rows are moved. */
    abstract VerifyMode verifyMode();

    /** What the goal is for. */
    abstract SyncReport run(DbSync dbSync, SyncRequest request);

    @Override
    final String run(DbSync dbSync, EndsRequest ends) {
        boolean switching = switchFiles == null ? build.isCalledByHand() : switchFiles;
        Selection selection = new Selection(include, exclude);
        ColumnRules columnRules = RulesFile.in(build.folder()).and(rulesOfPom());
        SyncReport result = run(
                dbSync,
                new SyncRequest(
                        ends, selection, columnRules, verifyMode(), switching, reportFolder(), build.dependencies()));
        return result.text() + "\nReport: " + reportFolder().resolve("report.json");
    }

    /** As they stand there: Maven itself would not say which words a rule can have, and take the last of two. */
    private ColumnRules rulesOfPom() {
        return rules == null
                ? ColumnRules.NONE
                : ColumnRules.ofPom(
                        Stream.of(rules.getChildren()).map(PlanningMojo::words).toList());
    }

    private static List<Map.Entry<String, String>> words(PlexusConfiguration rule) {
        return Stream.of(rule.getChildren())
                .map(word -> Map.entry(word.getName(), word.getValue("")))
                .toList();
    }

    private Path reportFolder() {
        return report == null ? build.reportFolder() : report.toPath();
    }
}

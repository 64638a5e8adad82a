package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.DatabaseUrl;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.SameEnds;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Points the application at the target: the provider in its Prisma schema, its migrations, and the URL in the setting that
 * it reads; or the settings of its data source, or the one that chooses among several.
 * The URL before is kept where the way back looks for it (see {@link PreviousSettings}). Where the target's URL stands in
 * a file or parameter already, it is written word for word.
 */
public final class Switch {

    private final Application application;
    private final Ends ends;
    private final Endpoint target;
    private final MigrationsSwitch migrations;
    private final SwitchProblems problems;
    private final Map<ConfigFile, Map<Span, String>> replacements = new LinkedHashMap<>();
    private final List<FileEdit> furtherEdits = new ArrayList<>();
    private final List<Problem> findings = new ArrayList<>();

    private Switch(Ends ends, Endpoint target, MigrationsSwitch migrations) {
        this.application = ends.application();
        this.ends = ends;
        this.target = target;
        this.migrations = migrations;
        this.problems = new SwitchProblems(application, target);
    }

    /**
     * Decides what to change; changes nothing. To be called before the transfer, so that the user sees what will
     * change and an edit of the files during the transfer is noticed.
     *
     * @param ends the ends as they were found
     * @param target the target as it really is: where the ends say embedded, the database of the server that was started
     * @param migrations what is known of the target's migrations
     * @throws DbSyncException with {@code MIGRATIONS_NOT_UNDERSTOOD}
     */
    public static SwitchPlan plan(Ends ends, Endpoint target, TargetMigrations migrations) {
        return new Switch(ends, target, migrations(ends.application(), target, migrations)).plan();
    }

    private static MigrationsSwitch migrations(Application application, Endpoint target, TargetMigrations known) {
        Side side = Side.of(target.dialect()).orElseThrow();
        return application
                .migrations()
                .map(current -> MigrationsSwitch.plan(
                        current, application.schema().orElseThrow().provider(), side, known))
                .orElse(MigrationsSwitch.NOTHING);
    }

    private SwitchPlan plan() {
        Optional<Setting> active = application.activeUrl();
        if (active.isEmpty()) {
            return leftToUser(problems.noPlace());
        }
        try {
            return plan(active.get());
        } catch (DbSyncException e) {
            return leftToUser(problems.notUnderstood(e.problem()));
        }
    }

    private SwitchPlan plan(Setting active) {
        Found before = application.understand(active);
        Optional<DataSource> dataSource = application.configuration().dataSource();
        Optional<StageTemplate> template = isTarget(before.endpoint()) ? Optional.empty() : template(active);
        if (template.isPresent()) {
            furtherEdits.addAll(template.get().edits());
            findings.addAll(template.get().findings());
        } else if (dataSource.isPresent()) {
            dataSource(dataSource.get(), before);
        } else {
            url(active, before);
        }
        application.schema().ifPresent(this::provider);
        application
                .environmentUrl()
                .filter(url -> !leadsToTarget(url, ""))
                .ifPresent(url -> findings.add(problems.environmentWins()));
        findings.addAll(migrations.findings());
        return new SwitchPlan(edits(), findings, migrations.initial());
    }

    private List<FileEdit> edits() {
        List<FileEdit> edits = new ArrayList<>();
        replacements.forEach((file, changes) -> edits.add(file.replace(changes)));
        edits.addAll(furtherEdits);
        edits.addAll(migrations.edits());
        return edits;
    }

    private void provider(PrismaSchema schema) {
        if (!schema.provider().id().equals(target.dialect())) {
            replace(schema.file(), schema.providerSpan(), Quoting.PRISMA.write(target.dialect()));
            application.furtherUrls().map(problems::furtherUrlStays).forEach(findings::add);
            Side side = schema.provider().opposite();
            findings.addAll(schema.refusedOn(side));
            AdapterSwitch.leftToUser(application.folder(), side, application.urlVariable())
                    .ifPresent(findings::add);
        }
    }

    private void url(Setting active, Found before) {
        if (!leadsToTarget(application.value(active).reveal(), active.where())) {
            write(active, targetUrl());
            boolean literal = application.literalUrl().filter(active::equals).isPresent();
            String name = literal ? application.urlVariable() : active.key();
            if (!PreviousSettings.isFoundAnyway(application, before)) {
                keep(before, Map.of(name, active.written().reveal()));
            }
            sayIfPasswordIsNotWritten(active);
        }
    }

    /** The file of the stage that was asked for; on the way back, the one that was there before. */
    private Optional<StageTemplate> template(Setting active) {
        Optional<StageTemplate> previous = StageTemplate.previous(application)
                .filter(template -> ends.targetOrigin().where().contains(StageTemplate.PREVIOUS + ":"));
        return previous.or(
                () -> StageTemplate.of(application, active, ends.targetOrigin().stage()));
    }

    private void dataSource(DataSource active, Found before) {
        if (!isTarget(before.endpoint())) {
            DataSourceSwitch switching = new DataSourceSwitch(application, active, target, this::isTarget);
            switching.changes(before, ends.targetOrigin()).forEach(this::write);
            findings.addAll(switching.findings());
            keep(before, switching.previous());
            if (active.password() == null) {
                sayIfPasswordIsNotWritten(active.url());
            }
        }
    }

    private void keep(Found before, Map<String, String> settings) {
        PreviousSettings previous = new PreviousSettings(application, before, settings);
        previous.edit().ifPresent(edit -> {
            furtherEdits.add(edit);
            findings.add(previous.kept(edit));
        });
    }

    private void sayIfPasswordIsNotWritten(Setting active) {
        if (hasNoPasswordOfItsOwn(target)) {
            findings.add(problems.passwordNotWritten(active.where()));
        }
    }

    private String targetUrl() {
        Secret written = ends.targetOrigin().url();
        if (written != null
                && isPrismaStyle(written.reveal())
                && leadsToTarget(written.reveal(), ends.targetOrigin().where())) {
            return written.reveal();
        }
        return DatabaseUrl.format(target, application.context("")).reveal();
    }

    /** The own server's password must be right too; elsewhere the application may be another user than dbsync. */
    private boolean leadsToTarget(String url, String where) {
        return isTarget(DatabaseUrl.parse(url, application.context(where)).endpoint());
    }

    private boolean isTarget(Endpoint endpoint) {
        return ends.target() instanceof EmbeddedPostgres ? endpoint.equals(target) : SameEnds.areSame(endpoint, target);
    }

    private static boolean hasNoPasswordOfItsOwn(Endpoint endpoint) {
        return endpoint instanceof PostgresDatabase database
                && database.password() == null
                && database.environmentPassword() != null;
    }

    private static boolean isPrismaStyle(String url) {
        boolean known = url.startsWith("postgresql://") || url.startsWith("postgres://") || url.startsWith("file:");
        return known && !url.contains("${");
    }

    private void write(Setting setting, String value) {
        replace(setting.file(), setting.span(), setting.quoting().write(value));
    }

    private void replace(ConfigFile file, Span span, String text) {
        replacements.computeIfAbsent(file, key -> new LinkedHashMap<>()).put(span, text);
    }

    private static SwitchPlan leftToUser(Problem problem) {
        return new SwitchPlan(List.of(), List.of(problem), null);
    }
}

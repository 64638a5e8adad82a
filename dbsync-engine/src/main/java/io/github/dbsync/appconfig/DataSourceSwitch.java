package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes an application open another database through JDBC: by the word that chooses among its data sources, where one of
 * them leads there; or else by the settings of the one that it opens now.
 */
final class DataSourceSwitch {

    private final Application application;
    private final DataSource active;
    private final Endpoint target;
    private final Side side;
    private final Predicate<Endpoint> isTarget;
    private final Map<String, String> previous = new LinkedHashMap<>();
    private final List<Problem> findings = new ArrayList<>();

    /**
     * @param active the data source that is opened now
     * @param isTarget whether an end is the target
     */
    DataSourceSwitch(Application application, DataSource active, Endpoint target, Predicate<Endpoint> isTarget) {
        this.application = application;
        this.active = active;
        this.target = target;
        this.side = Side.of(target.dialect()).orElseThrow();
        this.isTarget = isTarget;
    }

    /**
     * What is to be written where.
     *
     * @param before the end that is left
     * @param origin who says where the target is
     */
    Map<Setting, String> changes(Found before, Origin origin) {
        MyBatisDatabaseIds.missing(application.folder().resolve(MyBatisConfiguration.RESOURCES), side)
                .ifPresent(findings::add);
        return choice().orElseGet(() -> settings(before, origin));
    }

    /** What the way back has to know: the end that is left, and what else was changed and would not come back by itself. */
    Map<String, String> previous() {
        return previous;
    }

    /** What stays to be done by the user. */
    List<Problem> findings() {
        return findings;
    }

    private Optional<Map<Setting, String>> choice() {
        Optional<Setting> chosen = application.configuration().lookupChoice();
        return application.choices(side).stream()
                .filter(found -> isTarget.test(found.endpoint()))
                .map(found -> String.valueOf(found.origin().stage()))
                .findFirst()
                .flatMap(name -> chosen.map(setting -> Map.of(setting, name)));
    }

    private Map<Setting, String> settings(Found before, Origin origin) {
        DataSourceValues values = new DataSourceValues(application, active, target, keptForTarget());
        Secret given = origin.url();
        Map<Setting, String> changes = values.of(given == null ? null : given.reveal());
        findings.addAll(values.findings());
        remember(before, changes);
        return changes;
    }

    private Settings keptForTarget() {
        return application
                .envFile(PreviousSettings.fileName(side))
                .map(DotEnv::settings)
                .orElse(Settings.NONE);
    }

    private void remember(Found before, Map<Setting, String> changes) {
        boolean foundAnyway = PreviousSettings.isFoundAnyway(application, before);
        for (Setting setting : active.settings()) {
            boolean ofEnd = setting.equals(active.url()) || active.isLogin(setting);
            boolean needed = changes.containsKey(setting) || (active.isLogin(setting) && before.is(Side.POSTGRESQL));
            boolean known = ofEnd ? foundAnyway : JdbcWords.comesBack(setting, changes.get(setting), before.side());
            if (needed && !known) {
                previous.put(DataSource.variable(setting), setting.written().reveal());
            }
        }
    }
}

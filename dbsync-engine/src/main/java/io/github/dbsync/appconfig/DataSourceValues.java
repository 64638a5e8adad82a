package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.DatabaseUrl;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.endpoint.UrlContext;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the settings of a data source are to say so that it opens another database. What a .env file keeps for that
 * database comes back word for word. User and password have no meaning for SQLite, whose driver passes them over: they
 * stay, and are right again on the way back.
 */
final class DataSourceValues {

    private static final Pattern USER_IN_URL = Pattern.compile("[?&]user=");

    private final Application application;
    private final DataSource dataSource;
    private final Endpoint target;
    private final Side side;
    private final Settings kept;
    private final Map<Setting, String> values = new LinkedHashMap<>();
    private final List<Problem> findings = new ArrayList<>();

    /**
     * @param target the database that is to be opened
     * @param kept what the .env file of the target's side has
     */
    DataSourceValues(Application application, DataSource dataSource, Endpoint target, Settings kept) {
        this.application = application;
        this.dataSource = dataSource;
        this.target = target;
        this.side = Side.of(target.dialect()).orElseThrow();
        this.kept = kept;
    }

    /**
     * What is to be written where; settings that stay as they are do not appear.
     *
     * @param given the URL of the target as it was found, or null
     */
    Map<Setting, String> of(@Nullable String given) {
        String url = url(given);
        put(dataSource.url(), url);
        if (target instanceof PostgresDatabase database) {
            login(database, USER_IN_URL.matcher(url).find());
        } else {
            restore(dataSource.user());
            restore(dataSource.password());
        }
        driver(dataSource.driver());
        dataSource.dialects().forEach(this::dialect);
        return values;
    }

    /** What of the settings stays wrong, because nobody knows what it should be. */
    List<Problem> findings() {
        return findings;
    }

    private String url(@Nullable String given) {
        if (given != null && given.startsWith("jdbc:") && isComplete(given)) {
            return given;
        }
        return DatabaseUrl.formatJdbc(target, login(target)).reveal();
    }

    /** Whether a URL leads to the target together with what will stand beside it. */
    private boolean isComplete(String url) {
        try {
            String expanded = application.configuration().placeholders().apply(url);
            return DatabaseUrl.parse(expanded, login(target)).endpoint().equals(target);
        } catch (DbSyncException notUnderstood) {
            return false;
        }
    }

    /** What the settings beside the URL will say of a database. */
    private UrlContext login(Endpoint endpoint) {
        UrlContext context = application.context("");
        return endpoint instanceof PostgresDatabase database
                ? context.withLogin(
                        dataSource.user() == null ? null : database.user(),
                        dataSource.password() == null ? null : database.password())
                : context;
    }

    private void login(PostgresDatabase database, boolean inUrl) {
        if (dataSource.user() != null && !inUrl) {
            put(dataSource.user(), database.user());
        }
        if (dataSource.password() != null && !inUrl && database.password() != null) {
            put(dataSource.password(), database.password().reveal());
        }
    }

    private void driver(@Nullable Setting setting) {
        if (setting != null) {
            switchWord(setting, JdbcWords.driver(value(setting), side), "driver");
        }
    }

    private void dialect(Setting setting) {
        switchWord(setting, JdbcWords.dialect(value(setting), side), "dialect of Hibernate");
    }

    private void switchWord(Setting setting, Optional<String> word, String what) {
        if (kept(setting).isPresent()) {
            restore(setting);
        } else if (word.isPresent()) {
            put(setting, word.get());
        } else {
            findings.add(unknown(setting, what));
        }
    }

    private void restore(@Nullable Setting setting) {
        if (setting != null) {
            kept(setting).ifPresent(before -> write(setting, before.written()));
        }
    }

    private void put(Setting setting, String value) {
        if (!value(setting).equals(value)) {
            write(
                    setting,
                    kept(setting)
                            .filter(before -> value(before).equals(value))
                            .map(Setting::written)
                            .orElse(new Secret(value)));
        }
    }

    private void write(Setting setting, Secret written) {
        if (!setting.written().equals(written)) {
            values.put(setting, written.reveal());
        }
    }

    private Optional<Setting> kept(Setting setting) {
        return kept.lookup(DataSource.variable(setting));
    }

    private String value(Setting setting) {
        return application.value(setting).reveal();
    }

    private Problem unknown(Setting setting, String what) {
        String name =
                side == Side.SQLITE && what.startsWith("dialect") ? JdbcWords.SQLITE_DIALECT : side.title() + "'s";
        return Problem.warning(
                ProblemCode.SWITCH_LEFT_TO_USER,
                "The " + what + " stays that of the database before",
                setting.where(),
                "dbsync does not know what takes its place",
                "Set it to " + name + "; to have dbsync do it, add the line " + DataSource.variable(setting)
                        + "=<class> to .env." + (side == Side.SQLITE ? "sqlite" : "postgres"));
    }
}

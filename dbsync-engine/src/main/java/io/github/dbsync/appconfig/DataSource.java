package io.github.dbsync.appconfig;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an application says which database it opens through JDBC: the URL, and the settings beside it that belong to that
 * database. Each is the place where its value really stands.
 *
 * @param url the URL
 * @param user the user's name, or null where no key is there for it
 * @param password the password, or null where no key is there for it
 * @param driver the driver's class, or null where no key is there for it
 * @param dialects the dialects of Hibernate; empty where none is named
 */
record DataSource(
        Setting url,
        @Nullable Setting user,
        @Nullable Setting password,
        @Nullable Setting driver,
        List<Setting> dialects) {

    /** What a URL's key may end with; what stands before it, all keys of a data source begin with. */
    private static final List<String> URL_ENDS = List.of("url", "uri", "jdbcurl");

    private static final List<String> HIBERNATE_DIALECTS = List.of(
            "spring.jpa.database-platform",
            "spring.jpa.properties.hibernate.dialect",
            "hibernate.dialect",
            "quarkus.hibernate-orm.dialect");

    DataSource {
        dialects = List.copyOf(dialects);
    }

    /**
     * The data source whose URL stands under a key.
     *
     * @param follow finds the place where a setting's value really stands
     */
    static Optional<DataSource> of(Settings settings, String urlKey, UnaryOperator<Setting> follow) {
        return settings.lookup(urlKey).map(url -> of(settings, url, follow));
    }

    private static DataSource of(Settings settings, Setting url, UnaryOperator<Setting> follow) {
        List<String> prefixes = prefixes(url.key());
        return new DataSource(
                follow.apply(url),
                beside(settings, prefixes, follow, "username", "user"),
                beside(settings, prefixes, follow, "password"),
                beside(settings, prefixes, follow, "driverclassname", "driverclass", "driver"),
                HIBERNATE_DIALECTS.stream()
                        .map(settings::lookup)
                        .flatMap(Optional::stream)
                        .map(follow)
                        .toList());
    }

    /** All settings in their order: the URL first. */
    List<Setting> settings() {
        return Stream.concat(Stream.of(url, user, password, driver).filter(Objects::nonNull), dialects.stream())
                .toList();
    }

    /** Whether a setting says as whom to connect. */
    boolean isLogin(Setting setting) {
        return setting.equals(user) || setting.equals(password);
    }

    /** The name of a setting in a .env file: that of the environment variable by which Spring Boot would overrule it. */
    static String variable(Setting setting) {
        return setting.key()
                .replace("-", "")
                .replaceAll("\\W+", "_")
                .replaceAll("^_|_$", "")
                .toUpperCase(Locale.ROOT);
    }

    private static @Nullable Setting beside(
            Settings settings, List<String> prefixes, UnaryOperator<Setting> follow, String... names) {
        Stream<String> keys =
                prefixes.stream().flatMap(prefix -> Stream.of(names).map(prefix::concat));
        return settings.lookupFirst(keys).map(follow).orElse(null);
    }

    private static List<String> prefixes(String urlKey) {
        String name = Settings.name(urlKey);
        return URL_ENDS.stream()
                .filter(name::endsWith)
                .map(end -> name.substring(0, name.length() - end.length()))
                .toList();
    }
}

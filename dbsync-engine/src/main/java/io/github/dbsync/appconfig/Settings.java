package io.github.dbsync.appconfig;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings by their keys. Keys that Spring Boot takes for one are one here too ("Relaxed Binding"): {@code
 * spring.datasource.jdbc-url}, {@code spring.datasource.jdbcUrl} and {@code SPRING_DATASOURCE_JDBCURL}. Immutable.
 */
final class Settings {

    static final Settings NONE = new Settings(List.of());

    private final Map<String, Setting> byName = new LinkedHashMap<>();

    private Settings(Collection<Setting> settings) {
        settings.forEach(setting -> {
            byName.remove(name(setting.key()));
            byName.put(name(setting.key()), setting);
        });
    }

    /** Settings of which a later one overrules an earlier one of its key. */
    static Settings of(Collection<Setting> settings) {
        return new Settings(settings);
    }

    /** These, each overruled by what {@code others} have under its key. */
    Settings overruledBy(Settings others) {
        List<Setting> all = new ArrayList<>(byName.values());
        all.addAll(others.byName.values());
        return new Settings(all);
    }

    Optional<Setting> lookup(String key) {
        return Optional.ofNullable(byName.get(name(key)));
    }

    /** The first of these keys that is there. */
    Optional<Setting> lookupFirst(Stream<String> keys) {
        return keys.map(this::lookup).flatMap(Optional::stream).findFirst();
    }

    Collection<Setting> all() {
        return List.copyOf(byName.values());
    }

    /** What all spellings of a key have in common. */
    static String name(String key) {
        return key.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }
}

package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Secret;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a Spring Boot application says of its data source (Spring Boot reference, "Externalized Configuration"). */
final class SpringConfiguration {

    private static final List<String> URL_KEYS =
            List.of("spring.datasource.url", "spring.datasource.jdbc-url", "spring.datasource.hikari.jdbc-url");
    private static final String ACTIVE = "spring.profiles.active";
    private static final String ACTIVE_VARIABLE = "SPRING_PROFILES_ACTIVE";

    private final List<SpringDocument> documents;
    private final Map<String, String> environment;
    private final Function<String, Optional<Setting>> variables;

    private SpringConfiguration(
            List<SpringDocument> documents,
            Map<String, String> environment,
            Function<String, Optional<Setting>> variables) {
        this.documents = documents;
        this.environment = environment;
        this.variables = variables;
    }

    /**
     * Reads the files of a project.
     *
     * @param variables the settings of .env files by their names
     * @return empty where no file of Spring Boot's names a data source
     */
    static Optional<Configuration> read(
            Path project, Map<String, String> environment, Function<String, Optional<Setting>> variables) {
        SpringConfiguration spring = new SpringConfiguration(SpringFiles.read(project), environment, variables);
        boolean named = spring.documents.stream()
                .anyMatch(document -> url(document.settings()).isPresent());
        return named ? Optional.of(spring.configuration()) : Optional.empty();
    }

    private Configuration configuration() {
        Set<String> profiles = activeProfiles();
        Settings now = settings(profiles);
        return new Configuration(
                "Spring Boot",
                dataSource(now).orElse(null),
                true,
                choices(profiles),
                choice(profiles).orElse(null),
                value -> placeholders(now).expand(value));
    }

    private Settings settings(Set<String> profiles) {
        return merged(document -> document.isActive(profiles));
    }

    private Settings merged(Predicate<SpringDocument> counts) {
        return documents.stream()
                .filter(counts)
                .map(SpringDocument::settings)
                .reduce(Settings.NONE, Settings::overruledBy);
    }

    private Optional<DataSource> dataSource(Settings settings) {
        return url(settings).flatMap(url -> DataSource.of(settings, url.key(), setting -> follow(setting, settings)));
    }

    private Setting follow(Setting setting, Settings settings) {
        return Placeholders.follow(setting, name -> variables.apply(name).or(() -> settings.lookup(name)));
    }

    private Placeholders placeholders(Settings settings) {
        return new Placeholders(name -> Optional.ofNullable(environment.get(name))
                .or(() -> variables
                        .apply(name)
                        .or(() -> settings.lookup(name))
                        .map(setting -> setting.written().reveal())));
    }

    private Set<String> activeProfiles() {
        String byEnvironment = environment.get(ACTIVE_VARIABLE);
        return byEnvironment == null
                ? activeSettings()
                        .flatMap(SpringConfiguration::names)
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : new LinkedHashSet<>(List.of(byEnvironment.split("\\s*,\\s*")));
    }

    /** The one setting, or in YAML the items of a list. */
    private Stream<Setting> activeSettings() {
        Settings plain = merged(document -> !document.isOfProfile());
        Stream<Setting> items =
                plain.all().stream().filter(setting -> setting.key().startsWith(ACTIVE + "["));
        return Stream.concat(plain.lookup(ACTIVE).stream(), items);
    }

    private static Stream<String> names(Setting setting) {
        return Arrays.stream(setting.written().reveal().split(",")).map(String::strip);
    }

    /** The profiles that are not active and name a data source of their own. */
    private Map<String, DataSource> choices(Set<String> active) {
        Map<String, DataSource> choices = new LinkedHashMap<>();
        documents.stream()
                .filter(document -> url(document.settings()).isPresent())
                .map(SpringDocument::profile)
                .flatMap(Optional::stream)
                .filter(profile -> !active.contains(profile))
                .forEach(profile -> dataSource(settings(Set.of(profile)))
                        .ifPresent(dataSource -> choices.put(profile, dataSource)));
        return choices;
    }

    /** The word of {@code spring.profiles.active} that brought the active data source, as a setting of its own. */
    private Optional<Setting> choice(Set<String> active) {
        if (environment.containsKey(ACTIVE_VARIABLE)) {
            return Optional.empty();
        }
        return active.stream()
                .filter(this::namesDataSource)
                .map(profile -> activeSettings()
                        .filter(setting -> names(setting).anyMatch(profile::equals))
                        .map(setting -> word(setting, profile))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private boolean namesDataSource(String profile) {
        return documents.stream()
                .filter(document -> document.profile().filter(profile::equals).isPresent())
                .anyMatch(document -> url(document.settings()).isPresent());
    }

    private static Setting word(Setting setting, String profile) {
        String list = setting.written().reveal();
        Notation within = changed -> setting.quoting()
                .write(list.replaceFirst(
                        "(?<![^,\\s])" + Pattern.quote(profile) + "(?![^,\\s])", Matcher.quoteReplacement(changed)));
        return new Setting(setting.file(), setting.span(), within, setting.key(), new Secret(profile));
    }

    private static Optional<Setting> url(Settings settings) {
        return settings.lookupFirst(URL_KEYS.stream());
    }
}

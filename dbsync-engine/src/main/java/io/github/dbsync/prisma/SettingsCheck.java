package io.github.dbsync.prisma;

import static io.github.dbsync.prisma.SchemaProblems.refused;

import io.github.dbsync.feedback.Problem;
import java.util.Set;
import java.util.stream.Stream;

/** One datasource with a literal for its provider, and generators that have one too. */
final class SettingsCheck {

    private static final Set<String> PROPERTIES =
            Set.of("provider", "url", "directUrl", "shadowDatabaseUrl", "relationMode", "extensions", "schemas");

    private SettingsCheck() {}

    static Stream<Problem> problems(Schema schema) {
        Stream<Problem> several = schema.datasources().stream()
                .skip(1)
                .map(second -> refused(second.name(), "there is more than one datasource"));
        Stream<Problem> generators = schema.generators().stream()
                .filter(generator -> generator.lookup("provider").isEmpty())
                .map(generator -> refused(generator.name(), "a generator needs a provider"));
        Stream<Problem> datasources = schema.datasources().stream().flatMap(SettingsCheck::problems);
        return Stream.of(several, generators, datasources).flatMap(problems -> problems);
    }

    private static Stream<Problem> problems(Settings datasource) {
        Stream<Problem> unknown = datasource.properties().stream()
                .filter(property -> !PROPERTIES.contains(property.name().text()))
                .map(property -> refused(property.name(), "a datasource has no such property"));
        Stream<Problem> provider =
                datasource.lookupText("provider").flatMap(Provider::of).isPresent()
                        ? Stream.empty()
                        : Stream.of(refused(
                                datasource.lookup("provider").map(Value::token).orElse(datasource.name()),
                                "the provider is not \"sqlite\" or \"postgresql\", written so"));
        return Stream.concat(unknown, provider);
    }
}

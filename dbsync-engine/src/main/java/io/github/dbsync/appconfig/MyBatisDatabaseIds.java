package io.github.dbsync.appconfig;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * Finds statements of MyBatis's mappers that are written for other databases than the target (MyBatis docs,
 * "databaseIdProvider" and "Multi-db vendor support").
 */
final class MyBatisDatabaseIds {

    private static final String STATEMENTS = "mapper > select, mapper > insert, mapper > update, mapper > delete";

    private final XmlFile configuration;
    private final List<XmlFile> mappers;
    private final Side side;

    private MyBatisDatabaseIds(XmlFile configuration, List<XmlFile> mappers, Side side) {
        this.configuration = configuration;
        this.mappers = mappers;
        this.side = side;
    }

    /** What to tell of the statements that have no form for a side; empty where each has one. */
    static Optional<Problem> missing(Path resources, Side side) {
        List<XmlFile> mappers = MyBatisConfiguration.xmlFiles(resources)
                .filter(file -> file.text().contains("databaseId"))
                .map(XmlFile::read)
                .toList();
        return MyBatisConfiguration.files(resources).stream()
                .findFirst()
                .filter(xml -> !provider(xml).isEmpty())
                .flatMap(xml -> new MyBatisDatabaseIds(xml, mappers, side).missing());
    }

    private Optional<Problem> missing() {
        Optional<String> id = databaseId();
        List<String> missing = statements().entrySet().stream()
                .filter(statement -> !statement.getValue().contains(""))
                .filter(statement -> id.isEmpty() || !statement.getValue().contains(id.get()))
                .map(Map.Entry::getKey)
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(problem(missing, id));
    }

    /** What the provider calls the side: the value for a name that is in the product's name. */
    private Optional<String> databaseId() {
        return provider(configuration).stream()
                .filter(property -> side.title().contains(property.attr("name")))
                .map(property -> property.attr("value"))
                .findFirst();
    }

    private static List<Element> provider(XmlFile configuration) {
        return configuration.content().select("configuration > databaseIdProvider > property");
    }

    /** The database ids of each statement, an empty one where it is for all. */
    private Map<String, List<String>> statements() {
        return mappers.stream()
                .flatMap(xml -> xml.content().select(STATEMENTS).stream())
                .collect(Collectors.groupingBy(
                        MyBatisDatabaseIds::name,
                        TreeMap::new,
                        Collectors.mapping(statement -> statement.attr("databaseId"), Collectors.toList())));
    }

    private static String name(Element statement) {
        return statement.parents().attr("namespace") + "." + statement.attr("id");
    }

    private Problem problem(List<String> missing, Optional<String> id) {
        String word = id.orElse(side.id());
        String property = "Add <property name=\"" + side.title() + "\" value=\"" + word
                + "\"/> to <databaseIdProvider>, and then each of them";
        return Problem.warning(
                ProblemCode.SWITCH_LEFT_TO_USER,
                missing.size() + " statement(s) of MyBatis's mappers have no form for " + side.title(),
                configuration.file().path().toString(),
                "they are written for other databases only: " + String.join(", ", missing),
                (id.isPresent() ? "Add each of them" : property) + " once more with databaseId=\"" + word
                        + "\", or without databaseId for all databases");
    }
}

package io.github.dbsync.appconfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Reads MyBatis's own configuration, {@code mybatis-config.xml}, and the properties file that it names. */
final class MyBatisConfiguration {

    private static final String FRAMEWORK = "MyBatis";
    static final String RESOURCES = "src/main/resources";

    private final XmlFile xml;
    private final Settings variables;

    private MyBatisConfiguration(XmlFile xml, Settings variables) {
        this.xml = xml;
        this.variables = variables;
    }

    /**
     * Reads the configuration of a project.
     *
     * @return empty where the project has none with environments, as in an application where Spring makes the data source
     * @throws io.github.dbsync.feedback.DbSyncException with {@code SEVERAL_DATABASES} where several files are one
     */
    static Optional<Configuration> read(Path project) {
        List<XmlFile> found = files(project.resolve(RESOURCES));
        if (found.size() > 1) {
            throw EndsProblems.severalDatabases(
                    found.stream().map(xml -> xml.file().path().toString()).toList(), "MyBatis reads one of them");
        }
        return found.stream()
                .findFirst()
                .map(xml -> new MyBatisConfiguration(xml, variables(project.resolve(RESOURCES), xml)).configuration());
    }

    /** The XML files that are MyBatis's configuration, whatever they are called. */
    static List<XmlFile> files(Path resources) {
        return xmlFiles(resources)
                .filter(file -> file.text().contains("<environments"))
                .map(XmlFile::read)
                .filter(xml ->
                        !xml.content().select("configuration > environments").isEmpty())
                .toList();
    }

    static Stream<ConfigFile> xmlFiles(Path resources) {
        if (!Files.isDirectory(resources)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.walk(resources)) {
            return found.filter(path -> path.toString().endsWith(".xml")).sorted().toList().stream()
                    .map(ConfigFile::readIfPresent)
                    .flatMap(Optional::stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Configuration configuration() {
        Element environments = xml.content().expectFirst("configuration > environments");
        Setting chosen =
                xml.attribute(environments, "default", "environments default").orElse(null);
        Map<String, DataSource> dataSources = dataSources(environments);
        String now = chosen == null ? "" : chosen.written().reveal();
        DataSource active = dataSources.remove(now);
        return new Configuration(FRAMEWORK, active, false, dataSources, chosen, placeholders()::expand);
    }

    private Map<String, DataSource> dataSources(Element environments) {
        Map<String, DataSource> dataSources = new LinkedHashMap<>();
        for (Element environment : environments.select("> environment")) {
            String id = environment.attr("id");
            String prefix = "environment." + id + ".";
            DataSource.of(
                            properties(environment.select("> dataSource > property"), prefix),
                            prefix + "url",
                            this::follow)
                    .ifPresent(dataSource -> dataSources.put(id, dataSource));
        }
        return dataSources;
    }

    private Settings properties(List<Element> elements, String prefix) {
        return properties(xml, elements, prefix);
    }

    private Setting follow(Setting setting) {
        return Placeholders.follow(setting, variables::lookup);
    }

    private Placeholders placeholders() {
        return new Placeholders(
                name -> variables.lookup(name).map(setting -> setting.written().reveal()));
    }

    /** What stands in the element itself is overruled by the file that it names (MyBatis docs, "properties"). */
    private static Settings variables(Path resources, XmlFile xml) {
        Settings inElement = properties(xml, xml.content().select("configuration > properties > property"), "");
        String resource = xml.content().select("configuration > properties").attr("resource");
        return resource.isEmpty()
                ? inElement
                : ConfigFile.readIfPresent(resources.resolve(resource))
                        .map(PropertiesFile::read)
                        .map(documents -> documents.stream().reduce(inElement, Settings::overruledBy))
                        .orElse(inElement);
    }

    private static Settings properties(XmlFile xml, List<Element> elements, String prefix) {
        List<Setting> settings = new ArrayList<>();
        for (Element element : elements) {
            xml.attribute(element, "value", prefix + element.attr("name")).ifPresent(settings::add);
        }
        return Settings.of(settings);
    }
}

package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * A YAML file as Spring Boot flattens it: the scalars of mappings and lists, under keys such as {@code
 * spring.datasource.url} and {@code hosts[0]}. Aliases and tags are not followed. It is read by SnakeYAML, as Spring
 * reads it, which knows each scalar's place.
 */
final class YamlFile {

    private final ConfigFile file;
    private final String text;
    private final Iterator<Event> events;
    private final List<Settings> documents = new ArrayList<>();
    private List<Setting> settings = new ArrayList<>();

    private YamlFile(ConfigFile file) {
        this.file = file;
        this.text = file.decoded(new Span(file.contentStart(), file.text().length()));
        this.events = new Yaml().parse(new StringReader(text)).iterator();
    }

    /**
     * The documents of a file in their order.
     *
     * @throws DbSyncException with {@code CONFIGURATION_MALFORMED}
     */
    static List<Settings> read(ConfigFile file) {
        try {
            return new YamlFile(file).documents();
        } catch (YAMLException e) {
            throw malformed(file, e);
        }
    }

    private List<Settings> documents() {
        while (events.hasNext()) {
            if (events.next() instanceof DocumentStartEvent) {
                node(events.next(), "", false);
                documents.add(Settings.of(settings));
                settings = new ArrayList<>();
            }
        }
        return documents;
    }

    private void node(Event event, String key, boolean inFlow) {
        if (event instanceof ScalarEvent scalar) {
            settings.add(setting(scalar, key, inFlow));
        } else if (event instanceof MappingStartEvent mapping) {
            mapping(key, inFlow || mapping.isFlow());
        } else if (event instanceof SequenceStartEvent sequence) {
            sequence(key, inFlow || sequence.isFlow());
        }
    }

    private void mapping(String key, boolean inFlow) {
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            if (event instanceof ScalarEvent name) {
                node(events.next(), key.isEmpty() ? name.getValue() : key + "." + name.getValue(), inFlow);
            } else {
                node(event, key + ".?", inFlow);
                node(events.next(), key + ".?", inFlow);
            }
        }
    }

    private void sequence(String key, boolean inFlow) {
        int index = 0;
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            node(event, key + "[" + index + "]", inFlow);
            index++;
        }
    }

    private Setting setting(ScalarEvent scalar, String key, boolean inFlow) {
        int start = offset(scalar.getStartMark());
        int end = offset(scalar.getEndMark());
        while (end > start && Character.isWhitespace(file.text().charAt(end - 1))) {
            end--;
        }
        Notation notation = YamlNotation.of(scalar.getScalarStyle(), inFlow);
        return new Setting(file, new Span(start, end), notation, key, new Secret(scalar.getValue()));
    }

    /** The library counts code points, the file bytes. */
    private int offset(Mark mark) {
        String before = text.substring(0, text.offsetByCodePoints(0, mark.getIndex()));
        return file.contentStart() + file.length(before);
    }

    private static DbSyncException malformed(ConfigFile file, YAMLException e) {
        Mark mark = e instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
        String line = mark == null ? "" : ":" + (mark.getLine() + 1);
        return new DbSyncException(
                Problem.refusal(
                        ProblemCode.CONFIGURATION_MALFORMED,
                        "A configuration file of the application cannot be read",
                        file.path() + line,
                        "it is not YAML",
                        "Correct it there; or leave it alone: give -Ddbsync.from, -Ddbsync.sqlite and -Ddbsync.postgres"),
                e);
    }
}

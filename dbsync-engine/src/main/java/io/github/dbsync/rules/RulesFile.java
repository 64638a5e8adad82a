package io.github.dbsync.rules;

import io.github.dbsync.feedback.DbSyncException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads {@code dbsync.yaml}. It is read as a tree of texts, because YAML takes words such as {@code yes}, which are data here, for
 * booleans.
 */
public final class RulesFile {

    /** The file's name, beside the POM. */
    public static final String NAME = "dbsync.yaml";

    private static final String RULES = "rules";

    private RulesFile() {}

    /**
     * The rules in a project's folder; none where it has no such file.
     *
     * @throws DbSyncException with {@code RULE_INVALID}, file and line where something is not understood
     */
    public static ColumnRules in(Path folder) {
        Path file = folder.resolve(NAME);
        if (Files.notExists(file)) {
            return ColumnRules.NONE;
        }
        try (Reader text = Files.newBufferedReader(file)) {
            return rules(new Yaml(new LoaderOptions()).compose(text));
        } catch (MarkedYAMLException malformed) {
            throw noYaml(String.valueOf(malformed.getProblem()), where(malformed.getProblemMark()), malformed);
        } catch (YAMLException | IOException unreadable) {
            throw noYaml(String.valueOf(unreadable.getMessage()), NAME, unreadable);
        } catch (UncheckedIOException unreadable) {
            throw noYaml(String.valueOf(unreadable.getMessage()), NAME, unreadable);
        }
    }

    private static ColumnRules rules(@Nullable Node root) {
        if (root == null) {
            return ColumnRules.NONE;
        }
        List<NodeTuple> settings = mapping(root);
        for (NodeTuple setting : settings) {
            if (!text(setting.getKeyNode()).equals(RULES)) {
                throw notUnderstood(setting.getKeyNode());
            }
        }
        return ColumnRules.of(settings.stream()
                .flatMap(setting -> sequence(setting.getValueNode()).stream())
                .map(RulesFile::rule)
                .toList());
    }

    private static WrittenRule rule(Node rule) {
        return WrittenRule.of(mapping(rule).stream().map(RulesFile::setting).toList(), where(rule.getStartMark()));
    }

    private static Setting setting(NodeTuple setting) {
        Node value = setting.getValueNode();
        List<String> values = value instanceof SequenceNode list
                ? list.getValue().stream().map(RulesFile::text).toList()
                : List.of(text(value));
        return new Setting(
                text(setting.getKeyNode()), values, where(setting.getKeyNode().getStartMark()));
    }

    private static List<NodeTuple> mapping(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        throw notUnderstood(node);
    }

    private static List<Node> sequence(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw notUnderstood(node);
    }

    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw notUnderstood(node);
    }

    private static String where(@Nullable Mark mark) {
        return mark == null ? NAME : NAME + ", line " + (mark.getLine() + 1);
    }

    private static DbSyncException notUnderstood(Node node) {
        return RuleProblems.invalid(
                NAME + " is not made as it should be.",
                where(node.getStartMark()),
                "It has one key, rules, with a list; each rule in it has words, and each word a text or a list of texts.",
                "Write it like this: rules: [{column: orders.paid_at, unit: seconds}]");
    }

    private static DbSyncException noYaml(String why, String where, Exception cause) {
        return new DbSyncException(
                RuleProblems.invalid(NAME + " cannot be read.", where, why, "Correct it there")
                        .problem(),
                cause);
    }
}

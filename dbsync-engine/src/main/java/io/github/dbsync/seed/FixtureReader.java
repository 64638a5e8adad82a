package io.github.dbsync.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dbsync.feedback.DbSyncException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML fixtures: tables, each with a list of rows or a map of labels to rows. Values are read as texts, for YAML takes
 * {@code no} for false and {@code 12:30} for a number; what they mean their columns say.
 */
final class FixtureReader {

    private static final Tag REFERENCE = new Tag("!ref");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final List<SeedRow> rows = new ArrayList<>();

    private FixtureReader(String file) {
        this.file = file;
    }

    static SeedFile read(String file, String text) {
        FixtureReader reader = new FixtureReader(file);
        try {
            reader.tables(new Yaml(new LoaderOptions()).compose(new java.io.StringReader(text)));
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null
                    ? 1
                    : malformed.getProblemMark().getLine() + 1;
            throw SeedProblems.malformed(file + ", line " + line, String.valueOf(malformed.getProblem()));
        } catch (YAMLException malformed) {
            throw SeedProblems.malformed(file, "It is no YAML.");
        }
        return new SeedFile.Rows(file, reader.rows);
    }

    private void tables(@Nullable Node root) {
        if (root != null) {
            mapping(root).forEach((table, node) -> rows(table, node));
        }
    }

    private void rows(String table, Node node) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(row -> add(table, null, row));
        } else if (!node.getTag().equals(Tag.NULL)) {
            mapping(node).forEach((label, row) -> add(table, label, row));
        }
    }

    private void add(String table, @Nullable String label, Node row) {
        Map<String, SeedValue> values = new LinkedHashMap<>();
        if (!row.getTag().equals(Tag.NULL)) {
            mapping(row).forEach((column, value) -> values.put(column, value(value)));
        }
        rows.add(new SeedRow(table, label, values, where(row)));
    }

    private SeedValue value(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return new SeedValue.Text(json(node).toString(), where(node));
        }
        if (node.getTag().equals(Tag.NULL)) {
            return new SeedValue.Null(where(node));
        } else if (node.getTag().equals(REFERENCE)) {
            return reference(scalar);
        } else if (node.getTag().equals(Tag.BINARY)) {
            return new SeedValue.Bytes(ByteBuffer.wrap(bytes(scalar)), where(node));
        }
        return new SeedValue.Text(scalar.getValue(), where(node));
    }

    /** {@code label}, or {@code Table.label}; what stands before the last dot is the table. */
    private SeedValue reference(ScalarNode scalar) {
        String target = scalar.getValue();
        int dot = target.lastIndexOf('.');
        return new SeedValue.Reference(
                dot < 0 ? null : target.substring(0, dot), target.substring(dot + 1), where(scalar));
    }

    private byte[] bytes(ScalarNode scalar) {
        try {
            return Base64.getMimeDecoder().decode(scalar.getValue());
        } catch (IllegalArgumentException noBase64) {
            throw SeedProblems.malformed(where(scalar), "The text behind !!binary is no base64.");
        }
    }

    private JsonNode json(Node node) {
        if (node instanceof MappingNode) {
            ObjectNode object = JSON.objectNode();
            mapping(node).forEach((key, value) -> object.set(key, json(value)));
            return object;
        }
        if (node instanceof SequenceNode list) {
            return JSON.arrayNode()
                    .addAll(list.getValue().stream().map(this::json).toList());
        }
        return scalar((ScalarNode) node);
    }

    /** As JSON itself would spell them; all else is text. */
    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        } else if (scalar.isPlain() && text.matches("true|false")) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        } else if (scalar.isPlain() && text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?")) {
            return JSON.numberNode(new BigDecimal(text));
        }
        return JSON.textNode(text);
    }

    private Map<String, Node> mapping(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw notUnderstood(node);
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw notUnderstood(entry.getKeyNode());
            }
            if (entries.put(key.getValue(), entry.getValueNode()) != null) {
                throw SeedProblems.malformed(where(key), "The same key stands there twice.");
            }
        }
        return entries;
    }

    private DbSyncException notUnderstood(Node node) {
        return SeedProblems.malformed(
                where(node), "A fixture has tables, each with a list of rows or a map of labels to rows.");
    }

    private String where(Node node) {
        return file + ", line " + (node.getStartMark().getLine() + 1);
    }
}

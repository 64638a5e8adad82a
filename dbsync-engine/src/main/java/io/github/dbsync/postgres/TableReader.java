package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Generated;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.postgres.CatalogMapper.ConstraintRow;
import io.github.dbsync.postgres.CatalogMapper.IndexPartRow;
import io.github.dbsync.postgres.CatalogMapper.IndexRow;
import io.github.dbsync.postgres.CatalogMapper.TableRow;
import io.github.dbsync.postgres.Term.TextRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one table of catalog rows. */
final class TableReader {

    private static final Set<String> BYTE_COLLATIONS = Set.of("C", "POSIX", "ucs_basic");

    private final TableRow row;
    private final List<Column> columns;
    private final boolean comparesBytes;

    /** @param comparesBytes whether text without a collation of its own is ordered by bytes */
    TableReader(TableRow row, List<Column> columns, boolean comparesBytes) {
        this.row = row;
        this.columns = columns;
        this.comparesBytes = comparesBytes;
    }

    Table read(List<ConstraintRow> constraints, List<IndexRow> indexes, Map<Long, List<IndexPartRow>> parts) {
        return new Table(
                new QualifiedName(row.schema(), row.name()),
                columns.stream().map(this::withPortableExpression).toList(),
                ofKind(constraints, "p").map(TableReader::key).findFirst().orElse(null),
                ofKind(constraints, "u").map(TableReader::key).toList(),
                ofKind(constraints, "f").map(TableReader::foreignKey).toList(),
                ofKind(constraints, "c").map(this::check).toList(),
                indexes.stream()
                        .map(index -> index(index, parts.getOrDefault(index.id(), List.of())))
                        .toList(),
                row.options(),
                null);
    }

    private static Stream<ConstraintRow> ofKind(List<ConstraintRow> constraints, String kind) {
        return constraints.stream().filter(constraint -> constraint.kind().equals(kind));
    }

    private static Key key(ConstraintRow constraint) {
        return new Key(constraint.name(), constraint.columns(), constraint.definition());
    }

    private static ForeignKey foreignKey(ConstraintRow constraint) {
        return new ForeignKey(
                constraint.name(),
                constraint.columns(),
                new QualifiedName(text(constraint.parentSchema()), text(constraint.parentTable())),
                constraint.parentColumns(),
                action(constraint.onDelete()),
                action(constraint.onUpdate()),
                checking(constraint),
                constraint.definition());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static ForeignKey.Action action(String code) {
        return switch (code) {
            case "r" -> ForeignKey.Action.RESTRICT;
            case "c" -> ForeignKey.Action.CASCADE;
            case "n" -> ForeignKey.Action.SET_NULL;
            case "d" -> ForeignKey.Action.SET_DEFAULT;
            default -> ForeignKey.Action.NO_ACTION;
        };
    }

    private static ForeignKey.Checking checking(ConstraintRow constraint) {
        if (constraint.deferred()) {
            return ForeignKey.Checking.DEFERRED;
        }
        return constraint.deferrable() ? ForeignKey.Checking.DEFERRABLE : ForeignKey.Checking.IMMEDIATE;
    }

    private Check check(ConstraintRow constraint) {
        return new Check(constraint.name(), condition(text(constraint.condition())), constraint.definition());
    }

    private Index index(IndexRow index, List<IndexPartRow> parts) {
        return new Index(
                index.name(),
                index.uniqueIndex(),
                parts.stream().map(this::part).toList(),
                index.condition() == null ? null : condition(index.condition()),
                index.method(),
                index.definition());
    }

    private Index.Part part(IndexPartRow part) {
        return new Index.Part(
                part.columnName(),
                part.expression() == null ? null : value(part.expression()),
                part.descending(),
                part.nullsFirst(),
                part.collation());
    }

    private Column withPortableExpression(Column column) {
        Generated generated = column.generated();
        return generated == null
                ? column
                : new Column(
                        column.name(),
                        column.type(),
                        column.nullable(),
                        null,
                        null,
                        new Generated(value(generated.expression().declared()), generated.stored()),
                        column.collation());
    }

    private Expression condition(String printed) {
        Optional<List<Token>> portable = PortableReader.read(printed, this::column)
                .filter(tokens -> PortableWriter.condition(tokens, this::column, this::rule)
                        .isPresent());
        return new Expression(withoutOuterParentheses(printed), portable.orElse(null));
    }

    private Expression value(String printed) {
        Optional<List<Token>> portable = PortableReader.read(printed, this::column)
                .filter(tokens ->
                        PortableWriter.value(tokens, this::column, this::rule).isPresent());
        return new Expression(withoutOuterParentheses(printed), portable.orElse(null));
    }

    /** An operator's own parentheses, not those of {@code (a) OR (b)}. */
    private static String withoutOuterParentheses(String printed) {
        int depth = 0;
        List<SqlTokens.SqlToken> tokens = SqlTokens.of(printed);
        for (int i = 0; i < tokens.size() - 1; i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return printed;
            }
        }
        return depth == 1 && tokens.get(tokens.size() - 1).isSymbol(")")
                ? printed.substring(1, printed.length() - 1)
                : printed;
    }

    private Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    private TextRule rule(Column column) {
        return textRule(column.collation(), comparesBytes);
    }

    /**
     * How texts of a collation compare. One of somebody's own may hold different texts for equal.
     *
     * @param collation its name, or null for the database's own
     * @param comparesBytes whether the database's own is one of bytes
     */
    static TextRule textRule(@Nullable String collation, boolean comparesBytes) {
        if (collation == null) {
            return comparesBytes ? TextRule.BYTES : TextRule.EQUAL_BYTES;
        }
        if (collation.startsWith("\"")) {
            return TextRule.OTHER;
        }
        return BYTE_COLLATIONS.contains(collation) ? TextRule.BYTES : TextRule.EQUAL_BYTES;
    }
}

package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.Default;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Generated;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.dialect.Translation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says one foreign table in SQLite, and keeps the ledger of what is not said with the same meaning. */
final class SqliteTranslation {

    /** PostgreSQL's collations that order as SQLite does, by the bytes of UTF-8 (PostgreSQL docs, Collation Support). */
    private static final Set<String> OF_BYTES = Set.of("C", "POSIX", "ucs_basic", "pg_c_utf8");

    private final Table foreign;
    private final EnumChecks enums;
    private final ExpressionWriter expressions;
    private final List<LedgerEntry> ledger = new ArrayList<>();

    private SqliteTranslation(Table foreign, EnumChecks enums) {
        this.foreign = foreign;
        this.enums = enums;
        this.expressions = new ExpressionWriter(foreign);
    }

    static Translation of(Table foreign, EnumChecks enums) {
        return new SqliteTranslation(foreign, enums).translation();
    }

    private Translation translation() {
        reportNamesakes();
        foreign.options()
                .forEach(option -> remember("option", foreign.name().toString(), option + " cannot be said here"));
        reportRelatives();
        List<Column> columns = said(foreign.columns(), this::column);
        reportImpossible(columns);
        Set<String> here = columns.stream().map(Column::name).collect(Collectors.toSet());
        SqliteIndexTranslation indexes = new SqliteIndexTranslation(foreign, here, expressions);
        Table table = new Table(
                foreign.name(),
                columns,
                Optional.ofNullable(foreign.primaryKey())
                        .flatMap(key -> key("primary key", key, here))
                        .orElse(null),
                said(foreign.uniques(), key -> key("unique constraint", key, here)),
                said(foreign.foreignKeys(), key -> foreignKey(key, here)),
                Stream.concat(said(foreign.checks(), this::check).stream(), enums.of(columns))
                        .toList(),
                said(foreign.indexes(), indexes::index),
                List.of(),
                null);
        ledger.addAll(indexes.ledger());
        return new Translation(table, ledger);
    }

    /** SQLite's tables are each for themselves. */
    private void reportRelatives() {
        foreign.withPartitions()
                .skip(1)
                .forEach(partition -> remember(
                        "partition", partition.name().toString(), "its rows are in table " + foreign.name() + " here"));
        if (foreign.inheritance() != null) {
            remember("inheritance", foreign.name().toString(), "its rows are not among those of its parents here");
        }
    }

    private static <T> List<T> said(List<T> foreign, Function<T, Optional<T>> translation) {
        return foreign.stream().map(translation).flatMap(Optional::stream).toList();
    }

    private void reportImpossible(List<Column> columns) {
        String name = foreign.name().name();
        if (columns.isEmpty()) {
            refuse("table", name, "SQLite knows no table without columns");
        }
        if (name.toLowerCase(Locale.ROOT).startsWith("sqlite_")) {
            refuse("table", name, "SQLite keeps names that begin with sqlite_ for itself");
        }
    }

    /** SQLite is blind to case in names. */
    private void reportNamesakes() {
        Set<String> seen = new HashSet<>();
        foreign.columns().stream()
                .filter(column -> !seen.add(column.name().toLowerCase(Locale.ROOT)))
                .forEach(
                        column -> ledger.add(
                                new LedgerEntry(
                                        "column",
                                        part(column.name()),
                                        Fate.REFUSED,
                                        "another column's name differs only in upper and lower case, which SQLite does not tell apart")));
    }

    private Optional<Column> column(Column column) {
        Optional<Generated> generated = Optional.ofNullable(column.generated()).flatMap(g -> generated(column, g));
        if (column.generated() != null && generated.isEmpty()) {
            remember(
                    "generated column",
                    part(column.name()),
                    "its expression is not the same in SQLite, so it is left out");
            return Optional.empty();
        }
        if (column.collation() != null && !OF_BYTES.contains(column.collation())) {
            remember(
                    "collation",
                    part(column.name()),
                    "SQLite orders texts by their bytes, not by " + column.collation());
        }
        return Optional.of(new Column(
                column.name(),
                new ColumnType(column.logical(), declared(column), column.type().form()),
                column.nullable(),
                defaultValue(column),
                identity(column),
                generated.orElse(null),
                null));
    }

    /** Only {@code INTEGER} makes the primary key the rowid. */
    private String declared(Column column) {
        return isSoleIntegerKey(column) ? "INTEGER" : SqliteTypes.declared(column.logical());
    }

    private boolean isSoleIntegerKey(Column column) {
        Key key = foreign.primaryKey();
        return key != null
                && key.columns().equals(List.of(column.name()))
                && column.logical() instanceof LogicalType.Int;
    }

    private Optional<Generated> generated(Column column, Generated generated) {
        boolean plain = column.logical() instanceof LogicalType.Bool
                || column.logical() instanceof LogicalType.Int
                || column.logical() instanceof LogicalType.Float
                || column.logical() instanceof LogicalType.Text;
        return plain
                ? expressions.condition(generated.expression()).map(e -> new Generated(e, generated.stored()))
                : Optional.empty();
    }

    private @Nullable Default defaultValue(Column column) {
        Default declared = column.defaultValue();
        if (declared == null || column.identity() != null) {
            return null;
        }
        Optional<String> here = column.type().form() == null
                ? DefaultWriter.write(declared.meaning(), column.logical())
                : Optional.empty();
        if (here.isEmpty()) {
            remember("default", part(column.name()), "SQLite cannot compute " + declared.declared());
        }
        return here.map(sql -> new Default(sql, declared.meaning())).orElse(null);
    }

    private @Nullable Identity identity(Column column) {
        Identity identity = column.identity();
        if (identity == null) {
            return null;
        }
        if (!isSoleIntegerKey(column)) {
            remember("identity", part(column.name()), "SQLite numbers only a table's sole integer primary key");
            return null;
        }
        if (identity.sequence().increment() != 1 || identity.sequence().cycle()) {
            remember("identity", part(column.name()), "SQLite counts by one and never begins again");
        }
        return new Identity(Identity.Kind.AUTOINCREMENT, identity.sequence());
    }

    private Optional<Key> key(String kind, Key key, Set<String> here) {
        String name = part(named(key.name(), key.columns()));
        if (!here.containsAll(key.columns())) {
            remember(kind, name, "one of its columns is left out");
            return Optional.empty();
        }
        List<String> lost = Stream.of("NULLS NOT DISTINCT", "WITHOUT OVERLAPS", "INCLUDE", "DEFERRABLE", "WITH (")
                .filter(words -> says(key.definition(), words))
                .toList();
        if (!lost.isEmpty()) {
            remember(kind, name, "without " + String.join(" and ", lost) + ", which SQLite cannot say");
        }
        return Optional.of(new Key(key.name(), key.columns(), null));
    }

    private Optional<ForeignKey> foreignKey(ForeignKey key, Set<String> here) {
        String name = part(named(key.name(), key.columns()));
        if (isUnproven(key.definition()) || !here.containsAll(key.columns())) {
            remember("foreign key", name, "it is not validated, or one of its columns is left out");
            return Optional.empty();
        }
        if (says(key.definition(), ", PERIOD ")) {
            remember("foreign key", name, "SQLite cannot say what of a period has a parent");
            return Optional.empty();
        }
        if (says(key.definition(), "MATCH FULL")) {
            remember("foreign key", name, "without MATCH FULL, which SQLite does not know");
        }
        boolean ofPart =
                says(key.definition(), "ON DELETE SET NULL (") || says(key.definition(), "ON DELETE SET DEFAULT (");
        if (ofPart) {
            remember("foreign key", name, "without ON DELETE, since SQLite would set all of its columns");
        }
        return Optional.of(new ForeignKey(
                key.name(),
                key.columns(),
                key.parent(),
                key.parentColumns(),
                ofPart ? ForeignKey.Action.NO_ACTION : key.onDelete(),
                key.onUpdate(),
                key.checking(),
                null));
    }

    private Optional<Check> check(Check check) {
        boolean validated = !isUnproven(check.definition());
        Optional<Expression> condition = validated ? expressions.condition(check.condition()) : Optional.empty();
        if (condition.isEmpty()) {
            String name =
                    Objects.requireNonNullElse(check.name(), check.condition().declared());
            remember(
                    "check", part(name), validated ? "its condition is not the same in SQLite" : "it is not validated");
        }
        return condition.map(here -> new Check(check.name(), here, null));
    }

    private static String named(@Nullable String name, List<String> columns) {
        return name == null ? "(" + String.join(", ", columns) + ")" : name;
    }

    /** Whether there may be rows that break a constraint. */
    private static boolean isUnproven(@Nullable String definition) {
        return says(definition, "NOT VALID") || says(definition, "NOT ENFORCED");
    }

    /** Whether a definition contains these words, and not their opposite. */
    private static boolean says(@Nullable String definition, String words) {
        String text = String.valueOf(definition).toUpperCase(Locale.ROOT);
        return text.contains(words) && !text.contains("NOT " + words);
    }

    private void refuse(String kind, String name, String note) {
        ledger.add(new LedgerEntry(kind, name, Fate.REFUSED, note));
    }

    private void remember(String kind, String name, String note) {
        ledger.add(new LedgerEntry(kind, name, Fate.REMEMBERED, note));
    }

    private String part(String name) {
        return foreign.name() + "." + name;
    }
}

package io.github.dbsync.prisma;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.ForeignKey.Action;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table that Prisma puts between two models whose fields are lists of each other (Prisma docs, "Many-to-many"). */
final class JoinTable {

    private static final List<String> COLUMNS = List.of("A", "B");

    /** From this version on the pair is a primary key on PostgreSQL; it was a unique index. */
    private static final int FIRST_WITH_KEY = 6;

    private final PushContext context;
    private final List<RelationField> sides;
    private final QualifiedName name;

    JoinTable(PushContext context, Relation relation) {
        this.context = context;
        this.sides = relation.sides();
        this.name = name(relation);
    }

    Table table() {
        List<Column> columns = List.of(column(0), column(1));
        List<ForeignKey> keys = context.hasForeignKeys() ? List.of(foreignKey(0), foreignKey(1)) : List.of();
        return new Table(name, columns, primaryKey(), List.of(), keys, List.of(), indexes(), List.of(), null);
    }

    private QualifiedName name(Relation relation) {
        String between = sides.stream().map(side -> side.model().name().text()).collect(Collectors.joining("To"));
        String given = relation.one().relationName();
        String table = context.names().cut("_" + (given.isEmpty() ? between : given), "");
        return context.qualified(sides.get(0).model(), table);
    }

    private Column column(int side) {
        return new Column(COLUMNS.get(side), new ColumnTypes(context).of(id(side)), false, null, null, null, null);
    }

    private Field id(int side) {
        Model model = sides.get(side).model();
        return model.lookupField(Keys.id(model).get(0))
                .orElseThrow(() -> new IllegalArgumentException(model.name().where()));
    }

    private ForeignKey foreignKey(int side) {
        String column = COLUMNS.get(side);
        return new ForeignKey(
                context.names().cut(name.name(), "_" + column + "_fkey"),
                List.of(column),
                context.tableName(sides.get(side).model()),
                List.of(id(side).databaseName()),
                Action.CASCADE,
                Action.CASCADE,
                ForeignKey.Checking.IMMEDIATE,
                null);
    }

    private boolean hasKey() {
        return context.provider() == Provider.POSTGRESQL && context.major() >= FIRST_WITH_KEY;
    }

    private @Nullable Key primaryKey() {
        return hasKey() ? new Key(context.names().cut(name.name(), "_AB_pkey"), COLUMNS, null) : null;
    }

    private List<Index> indexes() {
        Index ofB = index("_B_index", false, List.of("B"));
        return hasKey() ? List.of(ofB) : List.of(index("_AB_unique", true, COLUMNS), ofB);
    }

    private Index index(String ending, boolean unique, List<String> columns) {
        String index = context.names().cut(name.name(), ending);
        String quoted = columns.stream().map(Sql::quote).collect(Collectors.joining(", ", "(", ")"));
        boolean sqlite = context.provider() == Provider.SQLITE;
        return new Index(
                index,
                unique,
                columns.stream()
                        .map(column -> new Index.Part(column, null, false, false, null))
                        .toList(),
                null,
                "btree",
                "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + Sql.quote(index) + " ON " + context.quotedName(name)
                        + (sqlite ? "" : " USING btree ") + quoted);
    }
}

package io.github.dbsync.prisma;

import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that number rows by themselves. */
final class Numbering {

    /**
     * The only type that numbers rows in SQLite. Prisma makes a BigInt id a BIGINT, which numbers nothing, so that every
     * insertion fails.
     */
    static final ColumnType SQLITE_ROWID = new ColumnType(new LogicalType.Int(Long.BYTES), "INTEGER");

    private static final Map<String, Long> GREATEST =
            Map.of("smallint", (long) Short.MAX_VALUE, "integer", (long) Integer.MAX_VALUE, "bigint", Long.MAX_VALUE);

    private final PushContext context;

    Numbering(PushContext context) {
        this.context = context;
    }

    /** How a field numbers rows; null where it does not. */
    @Nullable
    Identity of(Field field, Model model) {
        return context.provider() == Provider.SQLITE ? ofSqlite(field, model) : ofPostgres(field, model);
    }

    /** A single Int id numbers rows even where the schema does not ask for it. */
    private static @Nullable Identity ofSqlite(Field field, Model model) {
        boolean sole = Keys.id(model).equals(List.of(field.name().text()));
        boolean numbers = field.type().name().equals("Int") || isAutoincrement(field);
        return sole && numbers
                ? new Identity(Identity.Kind.AUTOINCREMENT, Sequence.plain(QualifiedName.of(""), "bigint", 0))
                : null;
    }

    private @Nullable Identity ofPostgres(Field field, Model model) {
        if (!isAutoincrement(field)) {
            return null;
        }
        String type = context.nativeType(field)
                .map(known -> known.columnType().declared())
                .orElse(field.type().name().equals("BigInt") ? "bigint" : "integer")
                .toLowerCase(Locale.ROOT);
        QualifiedName table = context.tableName(model);
        QualifiedName name = new QualifiedName(table.schema(), sequence(table.name(), field.databaseName()));
        long max = GREATEST.getOrDefault(type, (long) Integer.MAX_VALUE);
        return new Identity(Identity.Kind.SERIAL, new Sequence(name, type, 1, 1, 1, max, 1, false, 1, false));
    }

    static boolean isAutoincrement(Field field) {
        return field.lookup("default")
                .flatMap(attribute -> attribute.lookupMain("value"))
                .filter(value ->
                        value instanceof Value.Call call && call.function().equals("autoincrement"))
                .isPresent();
    }

    /** The name that SERIAL gives: the longer part is cut first (PostgreSQL source, {@code makeObjectName}). */
    private static String sequence(String table, String column) {
        int room = Sql.POSTGRESQL_NAME_BYTES - "__seq".length();
        int tableBytes = Sql.bytes(table);
        int columnBytes = Sql.bytes(column);
        while (tableBytes + columnBytes > room) {
            if (tableBytes > columnBytes) {
                tableBytes--;
            } else {
                columnBytes--;
            }
        }
        return Sql.clip(table, tableBytes) + "_" + Sql.clip(column, columnBytes) + "_seq";
    }
}

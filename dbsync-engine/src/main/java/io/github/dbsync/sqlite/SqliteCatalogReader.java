package io.github.dbsync.sqlite;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.sqlite.CatalogRows.Counter;
import io.github.dbsync.sqlite.CatalogRows.ForeignKeyPart;
import io.github.dbsync.sqlite.CatalogRows.IndexPart;
import io.github.dbsync.sqlite.CatalogRows.SchemaObject;
import io.github.dbsync.sqlite.CatalogRows.TableColumn;
import io.github.dbsync.sqlite.CatalogRows.TableIndex;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Reads all that a SQLite database knows of itself: each row of {@code sqlite_schema} is found in the catalog. */
final class SqliteCatalogReader {

    static final String DIALECT = "sqlite";

    /** Kinds of objects that are none of the user's: SQLite makes them by itself. */
    static final String INTERNAL_TABLE = "internal table";

    static final String SHADOW_TABLE = "shadow table";

    private static final List<String> KEPT_PRAGMAS =
            List.of("user_version", "application_id", "encoding", "auto_vacuum", "page_size", "journal_mode");

    private final SqliteCatalogMapper mapper;
    private final List<SchemaObject> objects;
    private final Map<String, List<TableColumn>> columns;
    private final Map<String, List<TableIndex>> indexes;
    private final Map<String, List<IndexPart>> indexParts;
    private final Map<String, List<ForeignKeyPart>> foreignKeyParts;
    private final Map<String, Long> counters;
    private final VirtualTableReader virtualTables;

    private SqliteCatalogReader(SqliteCatalogMapper mapper) {
        this.mapper = mapper;
        this.objects = mapper.objects();
        this.columns = mapper.columns().stream().collect(groupingBy(TableColumn::table));
        this.indexes = mapper.indexes().stream().collect(groupingBy(TableIndex::table));
        this.indexParts = mapper.indexParts().stream().collect(groupingBy(IndexPart::index));
        this.foreignKeyParts = mapper.foreignKeyParts().stream().collect(groupingBy(ForeignKeyPart::table));
        this.counters = counters();
        this.virtualTables = new VirtualTableReader(objects, Set.copyOf(mapper.modules()));
    }

    static Catalog read(SqliteDatabase database) {
        try (SqlSession session = SqliteCatalogQueries.on(database.connection())) {
            return new SqliteCatalogReader(session.getMapper(SqliteCatalogMapper.class)).catalog();
        } catch (PersistenceException refused) {
            throw database.problems().exception(refused);
        }
    }

    private Map<String, Long> counters() {
        boolean any = objects.stream().anyMatch(object -> object.name().equals("sqlite_sequence"));
        return (any ? mapper.counters().stream() : Stream.<Counter>empty())
                .filter(counter -> counter.table() != null && counter.last() != null)
                .collect(toMap(Counter::table, Counter::last, Math::max));
    }

    private Catalog catalog() {
        return new Catalog(
                DIALECT,
                mapper.version(),
                objects.stream()
                        .filter(SchemaObject::isUserTable)
                        .map(this::table)
                        .toList(),
                objects.stream()
                        .filter(object -> object.isShadowTable() || object.isStatistics())
                        .map(PackedRows::table)
                        .toList(),
                List.of(),
                objects.stream().filter(this::isOther).map(this::other).toList(),
                KEPT_PRAGMAS.stream().collect(toMap(Function.identity(), mapper::setting)),
                Set.of());
    }

    private Table table(SchemaObject object) {
        return new SqliteTableReader(
                        object,
                        columns,
                        indexes.getOrDefault(object.name(), List.of()),
                        indexParts,
                        foreignKeyParts.getOrDefault(object.name(), List.of()),
                        counters,
                        mapper)
                .table();
    }

    private boolean isOther(SchemaObject object) {
        return switch (object.type()) {
            case "table" -> !object.isUserTable();
            case "view" -> !SqliteMemory.isPart(object.name());
            case "index" -> object.sql() != null && !isOfUserTable(object);
            default -> true;
        };
    }

    private boolean isOfUserTable(SchemaObject index) {
        return objects.stream()
                .anyMatch(object -> object.isUserTable() && object.name().equals(index.table()));
    }

    private OtherObject other(SchemaObject object) {
        if (object.isVirtualTable()) {
            return virtualTables.read(object);
        }
        QualifiedName table = object.table().equals(object.name()) ? null : QualifiedName.of(object.table());
        return new OtherObject(kind(object), QualifiedName.of(object.name()), table, definition(object));
    }

    private static String kind(SchemaObject object) {
        if (!object.type().equals("table")) {
            return object.type();
        }
        if (object.name().startsWith("sqlite_")) {
            return INTERNAL_TABLE;
        }
        return SHADOW_TABLE;
    }

    /** Only views and triggers are made again by their statement alone. */
    private static @Nullable String definition(SchemaObject object) {
        return switch (object.type()) {
            case "view", "trigger" -> object.sql();
            default -> null;
        };
    }
}

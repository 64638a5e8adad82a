package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.CatalogRows.Counter;
import io.github.dbsync.sqlite.CatalogRows.ForeignKeyPart;
import io.github.dbsync.sqlite.CatalogRows.IndexPart;
import io.github.dbsync.sqlite.CatalogRows.SchemaObject;
import io.github.dbsync.sqlite.CatalogRows.TableColumn;
import io.github.dbsync.sqlite.CatalogRows.TableIndex;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The mapped statements of {@code SqliteCatalogMapper.xml}. */
interface SqliteCatalogMapper {

    String version();

    /** @param name a pragma's name, one of this program's own */
    String setting(@Param("name") String name);

    /** The modules of virtual tables that this SQLite has, in lower case. */
    List<String> modules();

    List<SchemaObject> objects();

    List<TableColumn> columns();

    List<TableIndex> indexes();

    List<IndexPart> indexParts();

    List<ForeignKeyPart> foreignKeyParts();

    List<Counter> counters();

    /** The greatest rowid of a table, or null where it is empty; both names quoted. */
    @Nullable
    Long greatestRowid(@Param("table") String table, @Param("column") String column);
}

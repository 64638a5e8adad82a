package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.DumpFormat;
import io.github.dbsync.dialect.Refill;
import io.github.dbsync.dialect.RefilledTable;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.ScriptStatement;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Translation;
import io.github.dbsync.query.ViewDialect;
import java.util.List;
import java.util.Map;

/** How SQLite says things. Stateless and thread-safe. */
public final class SqliteDialect implements Dialect {

    @Override
    public String id() {
        return SqliteCatalogReader.DIALECT;
    }

    @Override
    public String alternative(String name) {
        return SqliteNames.alternative(name);
    }

    @Override
    public String quote(String name) {
        return SqliteNames.quote(name);
    }

    @Override
    public List<Translation> translate(List<Table> foreign, List<OtherObject> others) {
        SharedNames names = new SharedNames(foreign);
        EnumChecks enums = new EnumChecks(others);
        return foreign.stream()
                .map(table -> SqliteTranslation.of(table, enums))
                .map(names::settle)
                .toList();
    }

    @Override
    public ViewDialect views() {
        return new SqliteViews();
    }

    @Override
    public Script create(Table table) {
        return SqliteDdl.create(table);
    }

    @Override
    public List<Statement> drop(List<Table> tables) {
        return tables.stream()
                .map(table -> new Statement(
                        "DROP TABLE " + quote(table.name().name()), "table " + table.name() + " makes room"))
                .toList();
    }

    @Override
    public Refill refill(List<RefilledTable> tables, Catalog present) {
        return new SqliteRefill(tables, present, this).refill();
    }

    @Override
    public DumpFormat dump(Map<String, String> settings) {
        return new SqliteDump(settings);
    }

    /** A full-text index can be built anew from the rows that it covers; SQLite must first see that it is there. */
    @Override
    public List<Statement> refresh(OtherObject object) {
        if (!object.kind().startsWith("fts") || !object.kind().endsWith(VirtualTableReader.KIND)) {
            return List.of();
        }
        String name = quote(object.name().name());
        return List.of(
                new Statement("PRAGMA writable_schema = RESET", "reading the schema again"),
                new Statement(
                        "INSERT INTO " + name + " (" + name + ") VALUES ('rebuild')",
                        object.kind() + " " + object.name() + " is built anew"));
    }

    @Override
    public List<ScriptStatement> statements(String script) {
        return SqliteScript.statements(script);
    }

    @Override
    public boolean isRuled() {
        return true;
    }

    @Override
    public boolean replacesWholeDatabase() {
        return true;
    }

    @Override
    public boolean isOwn(OtherObject object) {
        return object.kind().equals(SqliteCatalogReader.INTERNAL_TABLE)
                || object.kind().equals(SqliteCatalogReader.SHADOW_TABLE);
    }
}

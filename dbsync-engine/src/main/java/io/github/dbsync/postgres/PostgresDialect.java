package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.Sequence;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How PostgreSQL says things. */
public final class PostgresDialect implements Dialect {

    static final String ID = "postgresql";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String alternative(String name) {
        return Names.alternative(name);
    }

    @Override
    public String quote(String name) {
        return Quoting.name(name);
    }

    @Override
    public List<Translation> translate(List<Table> foreign, List<OtherObject> others) {
        return new Translator(foreign).translate();
    }

    @Override
    public ViewDialect views() {
        return new PostgresViews();
    }

    @Override
    public List<Statement> create(Sequence sequence) {
        List<Statement> statements = new ArrayList<>(CreateTable.schema(sequence.name()));
        statements.add(CreateTable.createSequence(sequence));
        statements.add(CreateTable.setState(sequence, Quoting.literal(Quoting.name(sequence.name()))));
        return statements;
    }

    @Override
    public Script create(Table table) {
        Script script = CreatePartitions.with(table);
        return new Script(
                rereadable(script.beforeRows()), rereadable(script.afterRows()), rereadable(script.afterAllRows()));
    }

    @Override
    public List<Statement> afterAllRows(List<Script> scripts) {
        return ForeignKeyMemory.around(Dialect.super.afterAllRows(scripts));
    }

    static List<Statement> rereadable(List<Statement> statements) {
        return statements.stream()
                .map(statement -> new Statement(PrintedSql.rereadable(statement.sql()), statement.reason()))
                .toList();
    }

    @Override
    public List<Statement> goOnBehindRows(Table table, Column column) {
        return List.of(new CreateTable(table).goOnBehindRows(column));
    }

    @Override
    public List<Statement> drop(List<Table> tables) {
        if (tables.isEmpty()) {
            return List.of();
        }
        String names = tables.stream().map(table -> Quoting.name(table.name())).collect(Collectors.joining(", "));
        return List.of(new Statement("DROP TABLE " + names, "makes room for what comes"));
    }

    @Override
    public Refill refill(List<RefilledTable> tables, Catalog present) {
        return new RefillTables(tables, present).refill();
    }

    @Override
    public Optional<Statement> drop(Sequence sequence) {
        return Optional.of(
                new Statement("DROP SEQUENCE IF EXISTS " + Quoting.name(sequence.name()), "makes room for what comes"));
    }

    @Override
    public DumpFormat dump(Map<String, String> settings) {
        return new PostgresDump();
    }

    @Override
    public Optional<Table> keep(Table auxiliary, int number) {
        return Optional.of(MemorySchema.keep(auxiliary, number));
    }

    @Override
    public List<ScriptStatement> statements(String script) {
        return PostgresScript.statements(script);
    }

    @Override
    public boolean replacesWholeDatabase() {
        return false;
    }

    @Override
    public boolean isRuled() {
        return false;
    }

    /** What an extension brings is covered by the extension and never listed. */
    @Override
    public boolean isOwn(OtherObject object) {
        return false;
    }
}

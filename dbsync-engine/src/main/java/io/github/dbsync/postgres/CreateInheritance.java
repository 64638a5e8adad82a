package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Inheritance;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that make a table that inherits from others, so that it has the same columns in the same order, and the same
 * of them are its own (PostgreSQL docs, CREATE TABLE, INHERITS).
 */
final class CreateInheritance {

    /** A table that is there for a moment, to give its columns to the one that is made. */
    private static final String PATTERN = "dbsync pattern";

    private final Table table;
    private final Inheritance inheritance;
    private final CreateTable creation;
    private final String name;

    CreateInheritance(Table table, Inheritance inheritance, CreateTable creation) {
        this.table = table;
        this.inheritance = inheritance;
        this.creation = creation;
        this.name = Quoting.name(table.name());
    }

    /** Whether a check comes with a parent's and is not declared again. */
    static boolean isFromParent(Table table, Check check) {
        Inheritance inheritance = table.inheritance();
        return inheritance != null && inheritance.parentChecks().contains(check.name());
    }

    /** Whether a check is declared by a table and by a parent of it too. */
    static boolean isSharedWithParent(Table table, Check check) {
        Inheritance inheritance = table.inheritance();
        return isFromParent(table, check)
                && inheritance != null
                && inheritance.ownChecks().contains(check.name());
    }

    /** Whether a table has a column only because a parent has it. */
    static boolean isFromParent(Table table, Column column) {
        Inheritance inheritance = table.inheritance();
        return inheritance != null && !inheritance.ownColumns().contains(column.name());
    }

    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>(inOrder() ? inherited() : patterned());
        columnsFromParents()
                .filter(column ->
                        !column.nullable() && !inheritance.parentNotNulls().contains(column.name()))
                .forEach(column -> statements.add(alter(column, "SET NOT NULL")));
        columnsFromParents()
                .filter(column -> column.identity() != null)
                .forEach(column -> statements.add(alter(column, numbering(column))));
        return statements;
    }

    private String numbering(Column column) {
        return (CreateTable.isSerial(column) ? "SET" : "ADD") + creation.value(column);
    }

    private boolean inOrder() {
        Set<String> inherited = new LinkedHashSet<>(inheritance.parentColumns());
        table.columns().forEach(column -> inherited.add(column.name()));
        return List.copyOf(inherited)
                .equals(table.columns().stream().map(Column::name).toList());
    }

    private List<Statement> inherited() {
        String parents = inheritance.parents().stream().map(Quoting::name).collect(Collectors.joining(", "));
        return List.of(create(parents));
    }

    /** Columns that a parent got after its child have their place from the pattern, and stay where another parent has them. */
    private List<Statement> patterned() {
        QualifiedName pattern = new QualifiedName(table.name().schema(), PATTERN);
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(createPattern(pattern), "order of the columns of " + table.name()));
        statements.add(create(Quoting.name(pattern)));
        inheritance.parents().forEach(parent -> statements.add(alter("INHERIT " + Quoting.name(parent))));
        statements.add(alter("NO INHERIT " + Quoting.name(pattern)));
        statements.add(new Statement("DROP TABLE " + Quoting.name(pattern), "order of the columns of " + table.name()));
        return statements;
    }

    private String createPattern(QualifiedName pattern) {
        List<Column> columns = table.columns().stream().map(this::patternOf).toList();
        return new CreateTable(new Table(
                        pattern,
                        columns,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        inheritance.notNullConstraints(),
                        null))
                .createTable(columns, "");
    }

    private Column patternOf(Column column) {
        boolean obliged =
                isFromParent(table, column) && inheritance.parentNotNulls().contains(column.name());
        return new Column(column.name(), column.type(), !obliged, null, null, column.generated(), column.collation());
    }

    private Statement create(String parents) {
        List<Column> own = table.columns().stream()
                .filter(column -> !isFromParent(table, column))
                .toList();
        return new Statement(creation.createTable(own, " INHERITS (" + parents + ")"), "table " + table.name());
    }

    private Statement alter(String action) {
        return new Statement("ALTER TABLE ONLY " + name + " " + action, "inheritance of " + table.name());
    }

    private Statement alter(Column column, String action) {
        return alter("ALTER COLUMN " + Quoting.name(column.name()) + " " + action);
    }

    private Stream<Column> columnsFromParents() {
        return table.columns().stream().filter(column -> isFromParent(table, column));
    }
}

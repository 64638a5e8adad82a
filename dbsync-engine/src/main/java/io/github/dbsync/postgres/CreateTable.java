package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Default;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements that make a table without its keys, with the sequences that number it. */
final class CreateTable {

    /**
     * It is made an ordinary one first: changed afterwards, its sequences follow it, from PostgreSQL 15 on. A partitioned one
     * cannot be changed, and means nothing by it.
     */
    private static final String UNLOGGED = "UNLOGGED";

    /** How an option begins that is a named NOT NULL constraint. Its column says NOT NULL too; PostgreSQL takes both as one. */
    private static final String CONSTRAINT = "CONSTRAINT ";

    /** How an option begins that names the composite type whose attributes are the table's columns. */
    private static final String OF_TYPE = "OF ";

    private final Table table;
    private final String name;

    CreateTable(Table table) {
        this.table = table;
        this.name = Quoting.name(table.name());
    }

    /** What makes the table. */
    List<Statement> statements() {
        List<Column> serials =
                table.columns().stream().filter(CreateTable::isSerial).toList();
        List<Statement> statements = new ArrayList<>(schema(table.name()));
        serials.forEach(column -> statements.add(createSequence(sequence(column))));
        statements.addAll(createTable());
        serials.forEach(column -> statements.add(ownSequence(column)));
        if (table.options().contains(UNLOGGED) && table.partitioning() == null) {
            statements.add(option("SET UNLOGGED"));
        }
        table.options().stream()
                .filter(option -> option.startsWith(OF_TYPE))
                .forEach(option -> statements.add(option(option)));
        return statements;
    }

    private Statement option(String option) {
        return new Statement("ALTER TABLE " + name + " " + option, "option of " + table.name());
    }

    private Statement ownSequence(Column column) {
        String owner = name + "." + Quoting.name(column.name());
        return new Statement(
                "ALTER SEQUENCE " + Quoting.name(sequence(column).name()) + " OWNED BY " + owner,
                "sequence of " + table.name() + "." + column.name());
    }

    /**
     * Defaults that only PostgreSQL can say: they may need sequences of tables that are made later. A column that a parent gave
     * has that parent's default until it gets its own, or none.
     */
    List<Statement> lateDefaults() {
        return table.columns().stream()
                .filter(column -> hasLateDefault(column) || isPlainFromParent(column))
                .map(column -> new Statement(
                        "ALTER TABLE ONLY " + name + " ALTER COLUMN " + Quoting.name(column.name())
                                + (column.defaultValue() == null
                                        ? " DROP DEFAULT"
                                        : " SET DEFAULT " + declaredDefault(column)),
                        "default of " + table.name() + "." + column.name()))
                .toList();
    }

    private boolean isPlainFromParent(Column column) {
        return CreateInheritance.isFromParent(table, column) && column.generated() == null && column.identity() == null;
    }

    /** Sets the sequences to their states. They are new, so that this ends with the transaction if it fails. */
    List<Statement> sequenceStates() {
        return table.columns().stream()
                .filter(column -> column.identity() != null)
                .map(column -> setState(sequence(column), sequenceName(column)))
                .toList();
    }

    /** Sets a sequence to the greatest number that there is; a table without rows leaves it where it is. */
    Statement goOnBehindRows(Column column) {
        String greatest = "max(" + Quoting.name(column.name()) + ")";
        return new Statement(
                "SELECT pg_catalog.setval(" + sequenceName(column) + ", " + greatest + ") FROM " + name + " HAVING "
                        + greatest + " >= " + sequence(column).min(),
                "next value of sequence " + sequence(column).name());
    }

    static List<Statement> schema(QualifiedName name) {
        return name.schema().isEmpty() || name.schema().equals("public")
                ? List.of()
                : List.of(new Statement(
                        "CREATE SCHEMA IF NOT EXISTS " + Quoting.name(name.schema()), "schema of " + name));
    }

    static Statement createSequence(Sequence sequence) {
        return new Statement(
                "CREATE SEQUENCE " + Quoting.name(sequence.name()) + " AS " + sequence.type() + " " + options(sequence),
                "sequence " + sequence.name());
    }

    static Statement setState(Sequence sequence, String nameExpression) {
        return new Statement(
                "SELECT pg_catalog.setval(" + nameExpression + ", " + sequence.lastValue() + ", " + sequence.called()
                        + ")",
                "next value of sequence " + sequence.name());
    }

    private static String options(Sequence sequence) {
        return "START WITH " + sequence.start() + " INCREMENT BY " + sequence.increment() + " MINVALUE "
                + sequence.min() + " MAXVALUE " + sequence.max() + " CACHE " + sequence.cache()
                + (sequence.cycle() ? " CYCLE" : "");
    }

    private List<Statement> createTable() {
        return table.inheritance() == null
                ? List.of(new Statement(createTable(table.columns(), ""), "table " + table.name()))
                : new CreateInheritance(table, table.inheritance(), this).statements();
    }

    /** @param inherits what follows the columns, or empty */
    String createTable(List<Column> columns, String inherits) {
        String elements = Stream.concat(
                        columns.stream().map(this::column),
                        table.options().stream().filter(CreateTable::isConstraint))
                .collect(Collectors.joining(",\n    "));
        String partitioned = table.partitioning() == null
                ? ""
                : " PARTITION BY " + table.partitioning().key();
        String storage = table.options().stream().filter(CreateTable::isStorage).collect(Collectors.joining(", "));
        String kind = table.partitioning() != null && table.options().contains(UNLOGGED) ? "UNLOGGED TABLE " : "TABLE ";
        return "CREATE " + kind + name + " (\n    " + elements + "\n)" + inherits + partitioned
                + (storage.isEmpty() ? "" : " WITH (" + storage + ")");
    }

    private static boolean isConstraint(String option) {
        return option.startsWith(CONSTRAINT);
    }

    private static boolean isStorage(String option) {
        return !option.equals(UNLOGGED) && !option.startsWith(OF_TYPE) && !isConstraint(option);
    }

    private String column(Column column) {
        return Quoting.name(column.name()) + " " + column.type().declared() + collation(column) + value(column)
                + (column.nullable() ? "" : " NOT NULL");
    }

    /** A collation that is not PostgreSQL's own comes quoted, with its schema. */
    private static String collation(Column column) {
        String collation = column.collation();
        if (collation == null) {
            return "";
        }
        return " COLLATE " + (collation.startsWith("\"") ? collation : Quoting.name(collation));
    }

    /** What a column's values are where none is given, with a blank before it; empty where that is null, or said later. */
    String value(Column column) {
        if (column.generated() != null) {
            return " GENERATED ALWAYS AS (" + column.generated().expression().declared() + ") "
                    + (column.generated().stored() ? "STORED" : "VIRTUAL");
        }
        if (column.identity() != null) {
            return identity(column, column.identity());
        }
        return column.defaultValue() == null || hasLateDefault(column) ? "" : " DEFAULT " + declaredDefault(column);
    }

    private String identity(Column column, Identity identity) {
        return switch (identity.kind()) {
            case SERIAL -> " DEFAULT nextval(" + sequenceName(column) + "::regclass)";
            case ALWAYS -> " GENERATED ALWAYS AS IDENTITY (" + identityOptions(identity.sequence()) + ")";
            case BY_DEFAULT, AUTOINCREMENT, ROWID ->
                " GENERATED BY DEFAULT AS IDENTITY (" + identityOptions(identity.sequence()) + ")";
        };
    }

    private static String identityOptions(Sequence sequence) {
        return (hasName(sequence) ? "SEQUENCE NAME " + Quoting.name(sequence.name()) + " " : "") + options(sequence);
    }

    private static boolean hasName(Sequence sequence) {
        return !sequence.name().name().isEmpty();
    }

    /** The sequence as an argument: by its name, or as the one that PostgreSQL named itself. */
    private String sequenceName(Column column) {
        Sequence sequence = sequence(column);
        return hasName(sequence)
                ? Quoting.literal(Quoting.name(sequence.name()))
                : "pg_catalog.pg_get_serial_sequence(" + Quoting.literal(name) + ", " + Quoting.literal(column.name())
                        + ")";
    }

    static boolean isSerial(Column column) {
        return column.identity() != null && column.identity().kind() == Identity.Kind.SERIAL;
    }

    private static boolean hasLateDefault(Column column) {
        return column.defaultValue() != null
                && column.generated() == null
                && column.defaultValue().meaning() instanceof Default.Meaning.Unknown;
    }

    private static String declaredDefault(Column column) {
        if (column.defaultValue() == null) {
            throw new IllegalStateException("no default: " + column.name());
        }
        return column.defaultValue().declared();
    }

    private static Sequence sequence(Column column) {
        if (column.identity() == null) {
            throw new IllegalStateException("no identity: " + column.name());
        }
        return column.identity().sequence();
    }
}

package io.github.dbsync.comparison;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares the tables and enums of two databases of one dialect by what they mean, whatever keys and indexes are called. Views,
 * functions and triggers are not looked at.
 */
public final class SchemaComparison {

    private static final List<String> IT = List.of("it");

    private final Catalog expected;
    private final Catalog actual;

    private SchemaComparison(Catalog expected, Catalog actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * What is not the same, in the order of the databases.
     *
     * @param expected how it should be
     * @param actual how it is
     */
    public static List<SchemaDifference> differences(Catalog expected, Catalog actual) {
        SchemaComparison comparison = new SchemaComparison(expected, actual);
        return Stream.of(comparison.tables(), comparison.surplusTables(), comparison.enums(), comparison.surplusEnums())
                .flatMap(differences -> differences)
                .toList();
    }

    private Stream<SchemaDifference> tables() {
        return expected.tables().stream()
                .flatMap(table -> actual
                        .lookupTable(table.name())
                        .map(found -> compare(table, found))
                        .orElseGet(() -> Optional.of(new SchemaDifference(subject(table), IT, List.of())))
                        .stream());
    }

    private static Optional<SchemaDifference> compare(Table expected, Table actual) {
        TableFacts wanted = TableFacts.withDefaults(expected);
        TableFacts found = TableFacts.withDefaults(actual);
        return difference(subject(expected), wanted.without(found), found.without(wanted));
    }

    private Stream<SchemaDifference> surplusTables() {
        return actual.tables().stream()
                .filter(table -> expected.lookupTable(table.name()).isEmpty())
                .map(table -> new SchemaDifference(subject(table), List.of(), IT));
    }

    private Stream<SchemaDifference> enums() {
        return enums(expected)
                .flatMap(type -> namesake(type, actual)
                        .map(found -> compare(type, found))
                        .orElseGet(() -> Optional.of(new SchemaDifference(subject(type), IT, List.of())))
                        .stream());
    }

    private static Optional<SchemaDifference> compare(OtherObject expected, OtherObject actual) {
        return expected.enumValues().equals(actual.enumValues())
                ? Optional.empty()
                : difference(subject(expected), values(expected), values(actual));
    }

    private static List<String> values(OtherObject type) {
        return List.of("the values " + type.enumValues().orElse("()"));
    }

    private Stream<SchemaDifference> surplusEnums() {
        return enums(actual)
                .filter(type -> namesake(type, expected).isEmpty())
                .map(type -> new SchemaDifference(subject(type), List.of(), IT));
    }

    private static Stream<OtherObject> enums(Catalog catalog) {
        return catalog.others().stream().filter(object -> object.enumValues().isPresent());
    }

    private static Optional<OtherObject> namesake(OtherObject type, Catalog catalog) {
        return enums(catalog).filter(type::isNamesakeOf).findFirst();
    }

    private static Optional<SchemaDifference> difference(
            String subject, List<String> onlyExpected, List<String> onlyActual) {
        return onlyExpected.isEmpty() && onlyActual.isEmpty()
                ? Optional.empty()
                : Optional.of(new SchemaDifference(subject, onlyExpected, onlyActual));
    }

    private static String subject(Table table) {
        return "table " + table.name();
    }

    private static String subject(OtherObject type) {
        return type.kind() + " " + type.name();
    }
}

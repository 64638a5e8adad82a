package io.github.dbsync.dialect;

import static java.util.stream.Collectors.toMap;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.rules.ColumnRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A database as it is, but in the order of its image: what is made of it is the same for the same content, whatever the order in
 * which that came to be.
 */
public final class OrderedSource implements Source {

    private final Source source;
    private final Source image;
    private final Catalog catalog;

    /** @param source the database, which is closed with this */
    public OrderedSource(Source source) {
        this.source = source;
        this.image = source.image();
        this.catalog = inOrder(source.catalog(), image.catalog());
    }

    private static Catalog inOrder(Catalog catalog, Catalog image) {
        return new Catalog(
                catalog.dialect(),
                catalog.version(),
                inOrder(catalog.tables(), image.tables()),
                inOrder(catalog.auxiliaries(), image.auxiliaries()),
                image.sequences(),
                objectsInOrder(catalog.others(), image.others()),
                catalog.settings(),
                catalog.facilities());
    }

    private static List<Table> inOrder(List<Table> tables, List<Table> order) {
        Map<QualifiedName, Table> byName = tables.stream().collect(toMap(Table::name, Table::inOrderOfNames));
        List<QualifiedName> names = order.stream().map(Table::name).toList();
        return Stream.concat(
                        names.stream().map(name -> Objects.requireNonNull(byName.get(name))),
                        tables.stream().filter(table -> !names.contains(table.name())))
                .toList();
    }

    /** What an image leaves out is the database's own. */
    private static List<OtherObject> objectsInOrder(List<OtherObject> objects, List<OtherObject> order) {
        Predicate<OtherObject> isInOrder = object -> order.stream().anyMatch(object::isNamesakeOf);
        return Stream.concat(order.stream(), objects.stream().filter(isInOrder.negate()))
                .toList();
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public Optional<Memory> memory() {
        return source.memory();
    }

    @Override
    public TableCensus census(Table table, boolean exact, ColumnRules rules) {
        return source.census(table, exact, rules);
    }

    @Override
    public long countRows(Table table) {
        return source.countRows(table);
    }

    @Override
    public Optional<InstantForm> instantForm(QualifiedName table, String column) {
        return source.instantForm(table, column);
    }

    @Override
    public RowReader read(Table table) {
        return image.read(table);
    }

    @Override
    public Source image() {
        return image;
    }

    @Override
    public void close() {
        source.close();
    }
}

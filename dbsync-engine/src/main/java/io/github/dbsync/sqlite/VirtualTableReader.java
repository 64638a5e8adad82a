package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.OtherObject.Moment;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.sqlite.CatalogRows.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads virtual tables, with what they consist of and what they cover. */
final class VirtualTableReader {

    static final String KIND = "virtual table";

    private final List<SchemaObject> objects;
    private final Set<String> modules;

    /**
     * @param objects all that the database has
     * @param modules those that this SQLite has, in lower case
     */
    VirtualTableReader(List<SchemaObject> objects, Set<String> modules) {
        this.objects = objects;
        this.modules = modules;
    }

    /** Without its module nobody knows which other tables belong to it, and no statement makes it again. */
    OtherObject read(SchemaObject object) {
        VirtualTable table = VirtualTable.parse(String.valueOf(object.sql()));
        String kind = table.module() + " " + KIND;
        QualifiedName name = QualifiedName.of(object.name());
        return modules.contains(table.module())
                ? new OtherObject(kind, name, null, definition(object), null, needs(object, table), Moment.AFTER_ROWS)
                : new OtherObject(kind, name, null, null);
    }

    /** Its row alone: its shadow tables come as tables with their rows, as in the {@code .dump} of SQLite's own shell. */
    private static String definition(SchemaObject object) {
        String name = SqliteNames.literal(object.name());
        return "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('table', " + name + ", " + name
                + ", 0, " + SqliteNames.literal(String.valueOf(object.sql())) + ")";
    }

    private List<QualifiedName> needs(SchemaObject object, VirtualTable table) {
        return Stream.concat(shadowTables(object), covered(table.content()))
                .map(QualifiedName::of)
                .toList();
    }

    /** The name of a shadow table ends with a word of the module's own (SQLite docs, "The Virtual Table Mechanism", 2.16). */
    private Stream<String> shadowTables(SchemaObject object) {
        return objects.stream()
                .filter(SchemaObject::isShadowTable)
                .map(SchemaObject::name)
                .filter(name -> name.substring(0, name.lastIndexOf('_')).equalsIgnoreCase(object.name()));
    }

    /** What a view shows can be of any table. */
    private Stream<String> covered(String content) {
        if (content.isEmpty()) {
            return Stream.empty();
        }
        boolean view = objects.stream()
                .anyMatch(
                        object -> object.type().equals("view") && object.name().equalsIgnoreCase(content));
        return view
                ? objects.stream().filter(SchemaObject::isUserTable).map(SchemaObject::name)
                : Stream.of(spelled(content));
    }

    private String spelled(String table) {
        return objects.stream()
                .map(SchemaObject::name)
                .filter(table::equalsIgnoreCase)
                .findFirst()
                .orElse(table);
    }
}

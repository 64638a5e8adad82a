package io.github.dbsync.postgres;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Translation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says SQLite's tables in PostgreSQL. They are taken together, since keys and indexes share one space of names with the
 * tables of their schema, and a foreign key must fit its parent.
 */
final class Translator {

    private final List<Table> tables;
    private final Map<QualifiedName, Table> byName;
    private final Map<String, Names> relations = new HashMap<>();

    Translator(List<Table> tables) {
        this.tables = tables;
        this.byName = tables.stream().collect(Collectors.toMap(Table::name, Function.identity(), (one, two) -> one));
        tables.forEach(table -> relations(table).reserve(table.name().name()));
    }

    List<Translation> translate() {
        return tables.stream()
                .map(table -> new TableTranslator(table, relations(table), byName).translate())
                .toList();
    }

    private Names relations(Table table) {
        return relations.computeIfAbsent(table.name().schema(), schema -> new Names());
    }
}

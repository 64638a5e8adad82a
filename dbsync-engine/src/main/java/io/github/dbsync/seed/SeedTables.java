package io.github.dbsync.seed;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.rules.ColumnRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of the database, each with the types and forms that its present rows prove where its declared types prove
 * nothing.
 */
final class SeedTables {

    private final Source source;
    private final Catalog catalog;
    private final String homeSchema;
    private final boolean ruled;
    private final ColumnRules rules;
    private final Map<QualifiedName, Table> proven = new HashMap<>();

    /**
     * @param homeSchema the schema that plain names mean
     * @param ruled whether declared types prove nothing
     */
    SeedTables(Source source, String homeSchema, boolean ruled, ColumnRules rules) {
        this.source = source;
        this.catalog = source.catalog();
        this.homeSchema = homeSchema;
        this.ruled = ruled;
        this.rules = rules;
    }

    /** The table of a name as files have it: with its schema, or without where it is the usual one. */
    Optional<Table> lookup(String name) {
        return catalog.tables().stream()
                .map(Table::name)
                .filter(table -> table.toString().equals(name) || table.equals(new QualifiedName(homeSchema, name)))
                .findFirst()
                .flatMap(this::lookup);
    }

    Optional<Table> lookup(QualifiedName name) {
        return catalog.lookupTable(name).map(table -> proven.computeIfAbsent(name, unknown -> prove(table)));
    }

    List<String> names() {
        return catalog.tables().stream()
                .map(table -> table.name().schema().equals(homeSchema)
                        ? table.name().name()
                        : table.name().toString())
                .toList();
    }

    private Table prove(Table table) {
        if (!ruled) {
            return table;
        }
        TableCensus census = source.census(table, false, rules);
        census.findings().stream().filter(Problem::refuses).findFirst().ifPresent(refusal -> {
            throw new DbSyncException(refusal);
        });
        return census.table();
    }
}

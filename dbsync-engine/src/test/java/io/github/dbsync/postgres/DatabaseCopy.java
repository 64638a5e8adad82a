package io.github.dbsync.postgres;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.util.List;
import java.util.Map;

/** Makes one PostgreSQL database like another, with nothing but the contracts: what a sync does, without its plan. */
final class DatabaseCopy {

    private DatabaseCopy() {}

    static void copy(PostgresDatabase from, PostgresDatabase to) {
        try (Source source = PostgresSource.open(from);
                Target target = PostgresTarget.open(to)) {
            Catalog catalog = source.catalog();
            target.begin(Map.of());
            copy(source, target, catalog);
            target.commit();
        }
    }

    private static void copy(Source source, Target target, Catalog catalog) {
        PostgresDialect dialect = new PostgresDialect();
        for (Sequence sequence : catalog.sequences()) {
            dialect.create(sequence).forEach(target::execute);
        }
        List<Script> scripts = catalog.tables().stream().map(dialect::create).toList();
        scripts.forEach(script -> script.beforeRows().forEach(target::execute));
        for (int i = 0; i < scripts.size(); i++) {
            copyRows(source, target, catalog.tables().get(i));
            scripts.get(i).afterRows().forEach(target::execute);
        }
        scripts.forEach(script -> script.afterAllRows().forEach(target::execute));
    }

    static void copyRows(Source source, Target target, Table table) {
        copyRows(source, table, target.write(table));
    }

    static void copyRows(Source source, Table table, RowWriter writer) {
        Batch batch = Batch.of(table);
        try (writer;
                RowReader reader = source.read(table)) {
            while (reader.next(batch)) {
                writer.write(batch);
            }
            writer.finish();
        }
    }
}

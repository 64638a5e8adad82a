package io.github.dbsync.snapshot;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.DumpFormat;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.rules.ColumnRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A snapshot as a source: its manifest says what is there, its script holds the rows. */
public final class SnapshotSource implements Source {

    private final ScriptInput script;
    private final SnapshotProblems problems;
    private final DumpFormat format;
    private final Manifest manifest;

    /** @param name the file that problems name */
    SnapshotSource(ScriptInput script, Path name, DumpFormat format, Manifest manifest) {
        this.script = script;
        this.problems = new SnapshotProblems(name);
        this.format = format;
        this.manifest = manifest;
    }

    @Override
    public Catalog catalog() {
        return manifest.content().catalog();
    }

    @Override
    public Optional<Memory> memory() {
        return Optional.ofNullable(manifest.content().memory());
    }

    /** Its values were proven when they were written. */
    @Override
    public TableCensus census(Table table, boolean exact, ColumnRules rules) {
        return new TableCensus(table, countRows(table), List.of());
    }

    @Override
    public long countRows(Table table) {
        return dumped(table).rows();
    }

    private DumpedTable dumped(Table table) {
        return manifest.lookup(table.name())
                .orElseThrow(() -> problems.damaged("table " + table.name(), "Its manifest does not list the table."));
    }

    /** The rows in the order of the script, whatever the table is called for. */
    @Override
    public RowReader read(Table table) {
        Table whole = Stream.concat(catalog().tables().stream(), catalog().auxiliaries().stream())
                .filter(known -> known.name().equals(table.name()))
                .findFirst()
                .orElseThrow();
        return new ScriptRowReader(script, problems, format.rows(whole), dumped(table));
    }

    @Override
    public Source image() {
        return this;
    }

    @Override
    public void close() {
        try {
            script.close();
        } catch (IOException refused) {
            throw problems.notRead(refused);
        }
    }
}

package io.github.dbsync.property;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A database as the statements that make it. What refers to a column or table is found by its quoted name in the text, so
 * that it can be left out together with it.
 *
 * @param before what comes before the tables: settings, types, schemas
 * @param tables the tables with their rows
 * @param after what comes after the rows: indexes, foreign keys, views, comments
 */
record Sample(List<String> before, List<SampleTable> tables, List<String> after) {

    Sample {
        before = List.copyOf(before);
        tables = List.copyOf(tables);
        after = List.copyOf(after);
    }

    /** All statements in order. The first rows of all tables come before the second ones, for foreign keys in a circle. */
    List<String> statements() {
        List<String> statements = new ArrayList<>(before);
        tables.forEach(table -> statements.add(table.create()));
        int rows = tables.stream().mapToInt(table -> table.rows().size()).max().orElse(0);
        IntStream.range(0, rows)
                .forEach(row -> tables.stream()
                        .filter(table -> row < table.rows().size())
                        .forEach(table -> statements.add(table.insert(row))));
        statements.addAll(after);
        return statements;
    }

    /** The same with one thing less, large things first. */
    Stream<Sample> simpler() {
        return Stream.of(
                        Without.each(tables).map(List::copyOf).map(this::withoutLostTables),
                        Without.each(after).map(left -> new Sample(before, tables, left)),
                        Without.each(before).map(left -> new Sample(left, tables, after)),
                        IntStream.range(0, tables.size()).boxed().flatMap(this::simplerTable))
                .flatMap(each -> each);
    }

    private Sample withoutLostTables(List<SampleTable> left) {
        Sample sample = new Sample(before, left, after);
        for (SampleTable table : tables) {
            if (!left.contains(table)) {
                sample = sample.withoutMentionsOf(table.name());
            }
        }
        return sample;
    }

    private Sample withoutMentionsOf(String name) {
        return new Sample(
                before,
                tables.stream().map(table -> table.withoutMentionsOf(name)).toList(),
                Without.mentionsOf(name, after));
    }

    private Stream<Sample> simplerTable(int index) {
        SampleTable table = tables.get(index);
        return Stream.concat(
                table.columns().keySet().stream()
                        .filter(column -> table.columns().size() > 1)
                        .map(column -> with(index, table.withoutColumn(column)).withoutMentionsOf(column)),
                table.simpler().map(simpler -> with(index, simpler)));
    }

    private Sample with(int index, SampleTable table) {
        List<SampleTable> changed = new ArrayList<>(tables);
        changed.set(index, table);
        return new Sample(before, changed, after);
    }
}

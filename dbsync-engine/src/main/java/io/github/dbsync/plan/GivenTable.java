package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.EnumLabels;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.rules.ColumnRule;
import io.github.dbsync.rules.ColumnRules;
import java.util.Map;
import java.util.Optional;

/**
 * A table of the target as somebody else than dbsync says it. Its columns take the values of the source's columns of the same
 * names, in the types and with the {@linkplain ColumnType#form() forms} that it says; it says nothing of numbers drawn so far.
 *
 * @param source the name of the source's table whose rows it takes
 * @param target the table, under the name that it has at the target
 * @param sourceForms how the source's columns keep their values where that is not the usual way, by the columns' names
 */
public record GivenTable(QualifiedName source, Table target, Map<String, StoredForm> sourceForms) {

    public GivenTable {
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        sourceForms = Map.copyOf(sourceForms);
    }

    /** A table whose rows come from columns that keep them in the usual way. */
    public GivenTable(QualifiedName source, Table target) {
        this(source, target, Map.of());
    }

    /**
     * The source's table with what its values have to fit, for a source whose declared types do not say it: the logical types
     * that are given at the target.
     *
     * @param rules what the user says of the source's columns; a form of a given type wins
     */
    public Table demandedOf(Table table, ColumnRules rules) {
        return table.withColumns(table.columns().stream()
                .map(column -> demanded(column, rules.of(table.name(), column.name())))
                .toList());
    }

    GivenTable withFormsOf(GivenTable application) {
        return new GivenTable(source, target.withFormsOf(application.target), application.sourceForms);
    }

    /** The source's table as it is remembered, but for the values of its enums: those are the schema's to say. */
    public Table withGivenLabels(Table table) {
        return table.withColumns(table.columns().stream()
                .map(column -> sourceForms.get(column.name()) instanceof EnumLabels labels
                        ? column.withType(column.type().withForm(labels))
                        : column)
                .toList());
    }

    private Column demanded(Column column, Optional<ColumnRule> rule) {
        return target.lookupColumn(column.name())
                .map(given -> column.withType(demanded(column, given, rule)))
                .orElse(column);
    }

    private ColumnType demanded(Column column, Column given, Optional<ColumnRule> rule) {
        boolean alike = column.logical().equals(given.logical());
        Optional<StoredForm> remembered =
                Optional.ofNullable(alike ? column.type().form() : null);
        Optional<StoredForm> ruled =
                rule.filter(said -> said.type().equals(given.logical())).map(ColumnRule::form);
        return column.type()
                .withLogical(given.logical())
                .withForm(remembered.or(() -> ruled).orElse(sourceForms.get(column.name())));
    }
}

package io.github.dbsync.prisma;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides in which form each {@code DateTime} column of a SQLite target is kept: as the column's rows are now, else as those of
 * most other columns, else as the application's files say. Pure.
 *
 * @param tables the tables as Prisma pushes them
 * @param found the form of most rows of a column, by the table's name and its own; none where there are no rows
 * @param said what the application's files say
 */
public record DateTimeColumns(
        List<Table> tables, Map<QualifiedName, Map<String, InstantForm>> found, DateTimeForm said) {

    /** Of {@code TIMESTAMP(3)}. */
    private static final Pattern PRECISION = Pattern.compile("\\(([0-6])\\)");

    public DateTimeColumns {
        tables = List.copyOf(tables);
        found = Map.copyOf(found);
    }

    /** Whether a column keeps a {@code DateTime}. */
    public static boolean isOne(Column column) {
        return column.type().form() instanceof InstantForm;
    }

    /** The form of a column whose values must fit a column of PostgreSQL, which would round them. */
    public static InstantForm fitting(InstantForm form, Column postgres) {
        Matcher precision = PRECISION.matcher(postgres.type().declared());
        return precision.find() ? form.withDigits(Integer.parseInt(precision.group(1))) : form;
    }

    /** The tables with the form of each column. */
    public List<Table> decided() {
        return tables.stream().map(this::decided).toList();
    }

    private Table decided(Table table) {
        return table.withColumns(table.columns().stream()
                .map(column -> isOne(column)
                        ? column.withType(
                                column.type().withForm(formOf(table, column).form()))
                        : column)
                .toList());
    }

    private DateTimeForm formOf(Table table, Column column) {
        InstantForm own = found.getOrDefault(table.name(), Map.of()).get(column.name());
        return own == null ? otherwise() : DateTimeForm.found(own);
    }

    private DateTimeForm otherwise() {
        return found.values().stream()
                .flatMap(columns -> columns.values().stream())
                .collect(groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<InstantForm, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(most -> DateTimeForm.found(most.getKey()))
                .orElse(said);
    }

    /**
     * A note for each form, with the columns that are kept in it, and how it is known.
     *
     * @param made the tables of which it is said
     */
    public List<Problem> findings(List<Table> made) {
        Map<DateTimeForm, List<String>> columns = made.stream()
                .flatMap(table -> table.columns().stream()
                        .filter(DateTimeColumns::isOne)
                        .map(column -> Map.entry(formOf(table, column), table.name() + "." + column.name())))
                .collect(groupingBy(
                        Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, Collectors.toList())));
        return columns.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Problem finding(DateTimeForm form, List<String> columns) {
        String first = columns.stream().limit(3).collect(joining(", "));
        String others = columns.size() > 3 ? " and " + (columns.size() - 3) + " more" : "";
        String other = form.form().equals(InstantForm.MILLISECONDS)
                ? "form: YYYY-MM-DDTHH:MM:SS.SSS+00:00"
                : "unit: milliseconds";
        return Problem.note(
                ProblemCode.PRISMA_DATE_FORM,
                "DateTime is written as " + form.words() + ".",
                (columns.size() == 1 ? "column " : "columns ") + first + others,
                "It must be as the application's Prisma writes it, or no filter finds it; and " + form.reason() + ".",
                "Nothing to do where that is right; else, in dbsync.yaml, rules: [{column: '" + columns.get(0)
                        + "', type: timestamp, "
                        + other
                        + "}] says another form of a column");
    }
}

package io.github.dbsync.plan;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which tables take part. A pattern is a table's name with {@code *} for any characters and {@code ?} for one, with or
 * without a schema in front; upper and lower case are the same.
 *
 * @param include the tables that take part; all where empty
 * @param exclude the tables that do not, whatever {@code include} says
 */
public record Selection(List<String> include, List<String> exclude) {

    /** Every table. */
    public static final Selection ALL = new Selection(List.of(), List.of());

    public Selection {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    public boolean contains(QualifiedName table) {
        return (include.isEmpty() || matchesAny(include, table)) && !matchesAny(exclude, table);
    }

    /** The tables of a catalog that take part, in the catalog's order. */
    public List<Table> of(Catalog catalog) {
        return catalog.tables().stream().filter(table -> contains(table.name())).toList();
    }

    /**
     * A refusal for each pattern that matches no table: it is a misspelling more often than not.
     *
     * @param remembered objects that come back and are not in the catalog
     * @param leftOut tables that are not in the catalog since they never take part
     */
    List<Problem> check(Catalog catalog, List<OtherObject> remembered, List<Table> leftOut) {
        return Stream.concat(include.stream(), exclude.stream())
                .filter(pattern -> Stream.concat(
                                names(catalog, remembered), leftOut.stream().map(Table::name))
                        .noneMatch(name -> matches(pattern, name)))
                .map(Selection::matchesNothing)
                .toList();
    }

    private static Stream<QualifiedName> names(Catalog catalog, List<OtherObject> remembered) {
        return Stream.concat(
                catalog.tables().stream().map(Table::name),
                Stream.concat(catalog.others().stream(), remembered.stream())
                        .filter(OtherObject::holdsRows)
                        .map(OtherObject::name));
    }

    private static Problem matchesNothing(String pattern) {
        return Problem.refusal(
                ProblemCode.PATTERN_MATCHES_NOTHING,
                "No table is called " + pattern + ".",
                "dbsync.include, dbsync.exclude",
                "The source has no table whose name matches the pattern.",
                "Correct the pattern; the goal plan without it lists the tables");
    }

    private static boolean matchesAny(List<String> patterns, QualifiedName table) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, table));
    }

    private static boolean matches(String pattern, QualifiedName table) {
        String regex = Stream.of(pattern.split("(?<=[*?])|(?=[*?])"))
                .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
                .reduce("", String::concat);
        Pattern compiled = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        return compiled.matcher(table.name()).matches()
                || compiled.matcher(table.toString()).matches();
    }
}

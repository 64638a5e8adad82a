package io.github.dbsync.rules;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that the user says of columns, and of the names of tables. A rule for columns says how SQLite keeps their values and
 * what they mean, whichever end SQLite is; one for a table says what the target is to call it. Immutable and thread-safe.
 */
public final class ColumnRules {

    /** Nothing is said of any column. */
    public static final ColumnRules NONE = new ColumnRules(List.of(), List.of());

    private final List<Rule> rules;
    private final List<TableRule> tableRules;

    private ColumnRules(List<Rule> rules, List<TableRule> tableRules) {
        this.rules = List.copyOf(rules);
        this.tableRules = List.copyOf(tableRules);
    }

    static ColumnRules of(List<WrittenRule> rules) {
        return new ColumnRules(
                rules.stream().filter(rule -> !rule.isForTable()).map(Rule::of).toList(),
                rules.stream()
                        .filter(WrittenRule::isForTable)
                        .map(TableRule::of)
                        .toList());
    }

    /**
     * The rules that a POM gives: for each its words in their order and what they say, lists separated by commas.
     *
     * @throws io.github.dbsync.feedback.DbSyncException with {@code RULE_INVALID} where one is not understood
     */
    public static ColumnRules ofPom(List<List<Map.Entry<String, String>>> rules) {
        return new PomRules(rules).read();
    }

    /** Whether nothing is said at all. */
    public boolean isEmpty() {
        return rules.isEmpty() && tableRules.isEmpty();
    }

    /** These rules and others, none of which comes before the other. */
    public ColumnRules and(ColumnRules others) {
        return new ColumnRules(
                Stream.concat(rules.stream(), others.rules.stream()).toList(),
                Stream.concat(tableRules.stream(), others.tableRules.stream()).toList());
    }

    /**
     * The name that a table or view of the source is to get at the target; empty where no rule names it.
     *
     * @throws io.github.dbsync.feedback.DbSyncException with {@code RULE_INVALID} where two rules contradict each other
     */
    public Optional<String> nameOf(String table) {
        return tableRules.stream()
                .filter(rule -> rule.table().equals(table))
                .reduce((one, two) -> {
                    if (!one.name().equals(two.name())) {
                        throw RuleProblems.twoNames(one, two);
                    }
                    return one;
                })
                .map(TableRule::name);
    }

    /** The rule that gives a table another name, to be put into {@code dbsync.yaml}. */
    public static String renaming(String table, String name) {
        return "in dbsync.yaml, rules: [{table: '" + table.replace("'", "''") + "', rename: '" + name.replace("'", "''")
                + "'}]";
    }

    /**
     * What is said of a column. A rule that names it wins over one with {@code *}.
     *
     * @throws io.github.dbsync.feedback.DbSyncException with {@code RULE_INVALID} where two rules contradict each other
     */
    public Optional<ColumnRule> of(QualifiedName table, String column) {
        Map<Word, Setting> settings = new EnumMap<>(Word.class);
        settings.putAll(merged(table, column, false));
        settings.putAll(merged(table, column, true));
        return settings.isEmpty() ? Optional.empty() : Optional.of(ColumnRule.of(settings));
    }

    private Map<Word, Setting> merged(QualifiedName table, String column, boolean exact) {
        Map<Word, Setting> merged = new EnumMap<>(Word.class);
        rules.stream()
                .filter(rule -> rule.isExact() == exact && rule.matches(table, column))
                .flatMap(rule -> rule.settings().entrySet().stream())
                .forEach(entry -> merged.merge(entry.getKey(), entry.getValue(), (one, two) -> {
                    if (!one.values().equals(two.values())) {
                        throw RuleProblems.contradiction(table + "." + column, one, two);
                    }
                    return one;
                }));
        return merged;
    }

    /** A warning for each rule that matches no column of these tables. */
    public List<Problem> check(List<Table> tables) {
        return rules.stream()
                .filter(rule -> tables.stream().noneMatch(table -> matchesAny(rule, table)))
                .map(RuleProblems::matchesNothing)
                .toList();
    }

    /** A warning for each rule that gives another name to what is not among these tables and views. */
    public List<Problem> checkNames(Collection<String> names) {
        return tableRules.stream()
                .filter(rule -> !names.contains(rule.table()))
                .map(RuleProblems::namesNoTable)
                .toList();
    }

    /** A warning for the rule that names a table, where there is one, that it changes nothing, and why. */
    public Optional<Problem> nameWithoutEffect(String table, String why) {
        return tableRules.stream()
                .filter(rule -> rule.table().equals(table))
                .findFirst()
                .map(rule -> RuleProblems.withoutEffect("table " + table, rule.where(), why));
    }

    private static boolean matchesAny(Rule rule, Table table) {
        return table.columns().stream().map(Column::name).anyMatch(column -> rule.matches(table.name(), column));
    }
}

package io.github.dbsync.rules;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.QualifiedName;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the user says of the columns that a pattern matches.
 *
 * @param column the pattern: {@code table.column} as SQLite names them, with {@code *} for any characters
 * @param settings what is said of them
 * @param where the file and line, or the place in the POM
 */
record Rule(String column, Map<Word, Setting> settings, String where) {

    Rule {
        requireNonNull(column, "column");
        settings = Map.copyOf(settings);
        requireNonNull(where, "where");
    }

    /**
     * Reads a rule.
     *
     * @throws io.github.dbsync.feedback.DbSyncException with {@code RULE_INVALID} where it says nothing that is understood
     */
    static Rule of(WrittenRule rule) {
        Map<Word, Setting> settings = new EnumMap<>(Word.class);
        settings.putAll(rule.words());
        Setting column = settings.remove(Word.COLUMN);
        if (column == null) {
            throw RuleProblems.withoutColumn(rule.where());
        }
        if (settings.containsKey(Word.RENAME)) {
            throw RuleProblems.columnRenamed(column);
        }
        if (settings.isEmpty()) {
            throw RuleProblems.empty(column);
        }
        ColumnRule.of(settings);
        return new Rule(column.value(), settings, column.where());
    }

    /** Whether it names one column, and not a pattern. */
    boolean isExact() {
        return column.indexOf('*') < 0;
    }

    boolean matches(QualifiedName table, String name) {
        String regex = Stream.of(column.split("(?<=\\*)|(?=\\*)"))
                .map(part -> part.equals("*") ? ".*" : Pattern.quote(part))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(table + "." + name)
                .matches();
    }
}

package io.github.dbsync.rules;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * The other name of one table or view.
 *
 * @param table its name at the source, in the very letters that it has there
 * @param rename the word that says the name that it gets at the target
 * @param where the file and line, or the place in the POM
 */
record TableRule(String table, Setting rename, String where) {

    private static final Set<Word> WORDS = Set.of(Word.TABLE, Word.RENAME);

    TableRule {
        requireNonNull(table, "table");
        requireNonNull(rename, "rename");
        requireNonNull(where, "where");
    }

    /**
     * Reads a rule for a table.
     *
     * @throws io.github.dbsync.feedback.DbSyncException with {@code RULE_INVALID} where it does not give one table another name
     */
    static TableRule of(WrittenRule rule) {
        rule.words().entrySet().stream()
                .filter(entry -> !WORDS.contains(entry.getKey()))
                .findFirst()
                .ifPresent(entry -> {
                    throw RuleProblems.notOfATable(entry.getValue());
                });
        Setting table = requireNonNull(rule.words().get(Word.TABLE));
        Setting rename = rule.words().get(Word.RENAME);
        if (table.value().indexOf('*') >= 0) {
            throw RuleProblems.patternOfTables(table);
        }
        if (rename == null || rename.value().isEmpty()) {
            throw RuleProblems.withoutName(table);
        }
        return new TableRule(table.value(), rename, table.where());
    }

    String name() {
        return rename.value();
    }
}

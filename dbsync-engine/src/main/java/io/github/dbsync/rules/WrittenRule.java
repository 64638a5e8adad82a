package io.github.dbsync.rules;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One rule as it stands, before it is known to make sense.
 *
 * @param words its words with what each says
 * @param where the file and line, or the place in the POM
 */
record WrittenRule(Map<Word, Setting> words, String where) {

    WrittenRule {
        words = Map.copyOf(words);
        requireNonNull(where, "where");
    }

    /** @throws io.github.dbsync.feedback.DbSyncException with {@code RULE_INVALID} where a word is unknown, or stands there twice */
    static WrittenRule of(List<Setting> settings, String where) {
        Map<Word, Setting> words = new EnumMap<>(Word.class);
        for (Setting setting : settings) {
            Word word = Word.lookup(setting.word()).orElseThrow(() -> RuleProblems.unknownWord(setting));
            if (words.put(word, setting) != null) {
                throw RuleProblems.twice(setting);
            }
        }
        return new WrittenRule(words, where);
    }

    /** Whether it speaks of a table, and not of columns. */
    boolean isForTable() {
        return words.containsKey(Word.TABLE);
    }
}

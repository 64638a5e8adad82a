package io.github.dbsync.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads rules out of a plugin's configuration.
 *
 * @param rules the words of each rule and what they say; lists are separated by commas
 */
record PomRules(List<List<Map.Entry<String, String>>> rules) {

    ColumnRules read() {
        List<WrittenRule> read = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            read.add(rule(rules.get(i), "rule " + (i + 1) + " in <rules> of the POM"));
        }
        return ColumnRules.of(read);
    }

    private static WrittenRule rule(List<Map.Entry<String, String>> words, String where) {
        return WrittenRule.of(
                words.stream()
                        .map(entry -> setting(entry.getKey(), entry.getValue(), where))
                        .toList(),
                where);
    }

    private static Setting setting(String word, String value, String where) {
        String text = value.strip();
        boolean list = word.equals(Word.TRUE.text()) || word.equals(Word.FALSE.text());
        List<String> values = list
                ? Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList()
                : List.of(text);
        return new Setting(word, values, where);
    }
}

package io.github.dbsync.maven;

import java.util.Map;
import java.util.TreeMap;

/** A rule as a POM gives it: Maven makes one of each {@code <rule>}, and sets each word in it. */
public final class Rule {

    private final Map<String, String> words = new TreeMap<>();

    Map<String, String> words() {
        return words;
    }

    public void setColumn(String column) {
        words.put("column", column);
    }

    public void setType(String type) {
        words.put("type", type);
    }

    public void setUnit(String unit) {
        words.put("unit", unit);
    }

    public void setForm(String form) {
        words.put("form", form);
    }

    public void setNul(String nul) {
        words.put("nul", nul);
    }

    public void setEncoding(String encoding) {
        words.put("encoding", encoding);
    }

    public void setTrue(String trueWords) {
        words.put("true", trueWords);
    }

    public void setFalse(String falseWords) {
        words.put("false", falseWords);
    }
}

package io.github.dbsync.appconfig;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The properties of object literals in a script, each with the name of the object that it is in. */
final class ScriptProperties {

    private static final String OPENING = "({[";
    private static final String CLOSING = ")}]";

    private final List<ScriptToken> tokens;
    private final List<Property> properties = new ArrayList<>();

    private ScriptProperties(List<ScriptToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * A property.
     *
     * @param object the name of the property whose value the object is, or empty where the object is none's
     * @param name its name
     * @param value the tokens of its value
     */
    private record Property(String object, String name, List<ScriptToken> value) {}

    /**
     * A bracket that is open.
     *
     * @param name the property whose value it is, with those around it: {@code a.b}; another name where it is only a part of
     *     the value; empty for the outermost object
     * @param key the property of this object that is being read, or empty
     */
    private record Bracket(String sign, String name, String key) {

        Bracket at(String next) {
            return new Bracket(sign, name, next);
        }
    }

    static ScriptProperties of(String text) {
        ScriptProperties script = new ScriptProperties(ScriptScanner.scan(text));
        script.read();
        return script;
    }

    /** The values of a property, wherever an object of that name has it; the object without a name is the outermost. */
    Stream<List<ScriptToken>> values(String object, String name) {
        return properties.stream()
                .filter(property ->
                        property.object().equals(object) && property.name().equals(name))
                .map(Property::value);
    }

    private void read() {
        Deque<Bracket> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            ScriptToken token = tokens.get(i);
            if (opens(token)) {
                open.push(new Bracket(token.text(), name(i, open), ""));
            } else if (closes(token)) {
                open.poll();
            } else if (isKey(i, open)) {
                properties.add(new Property(open.element().name(), token.value(), value(i + 2)));
                open.push(open.pop().at(token.value()));
            } else if (token.is(",") && !open.isEmpty()) {
                open.push(open.pop().at(""));
            }
        }
    }

    private String name(int bracket, Deque<Bracket> open) {
        Bracket around = open.peek();
        if (around == null) {
            return "";
        }
        String suffix = around.sign().equals("[") ? "[]" : "";
        if (around.key().isEmpty()) {
            return around.name() + suffix;
        }
        boolean whole = tokens.get(bracket - 1).is(":");
        return around.name() + (around.name().isEmpty() ? "" : ".") + around.key() + (whole ? "" : "()");
    }

    private boolean isKey(int index, Deque<Bracket> open) {
        Bracket around = open.peek();
        ScriptToken token = tokens.get(index);
        return around != null
                && around.sign().equals("{")
                && (token.isWord() || token.isText())
                && index + 1 < tokens.size()
                && tokens.get(index + 1).is(":")
                && (tokens.get(index - 1).is("{") || tokens.get(index - 1).is(","));
    }

    private List<ScriptToken> value(int start) {
        int depth = 0;
        int end = start;
        while (end < tokens.size()) {
            ScriptToken token = tokens.get(end);
            if (depth == 0 && (token.is(",") || closes(token))) {
                break;
            }
            depth += opens(token) ? 1 : closes(token) ? -1 : 0;
            end++;
        }
        return tokens.subList(start, end);
    }

    private static boolean opens(ScriptToken token) {
        return !token.isText() && OPENING.contains(token.text());
    }

    private static boolean closes(ScriptToken token) {
        return !token.isText() && CLOSING.contains(token.text());
    }
}

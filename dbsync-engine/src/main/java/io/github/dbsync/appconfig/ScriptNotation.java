package io.github.dbsync.appconfig;

/** How JavaScript writes a text (ECMAScript, "String Literals" and "Template Literals"). */
enum ScriptNotation implements Notation {
    SINGLE("'"),
    DOUBLE("\""),
    TEMPLATE("`");

    private final String mark;

    ScriptNotation(String mark) {
        this.mark = mark;
    }

    /** The notation of a literal. */
    static ScriptNotation of(String literal) {
        return switch (literal.charAt(0)) {
            case '\'' -> SINGLE;
            case '"' -> DOUBLE;
            default -> TEMPLATE;
        };
    }

    @Override
    public String write(String value) {
        String escaped = value.replace("\\", "\\\\").replace(mark, "\\" + mark);
        return mark + (this == TEMPLATE ? escaped.replace("${", "\\${") : escaped) + mark;
    }

    /** What a literal says. */
    String read(String literal) {
        return literal.substring(1, literal.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}

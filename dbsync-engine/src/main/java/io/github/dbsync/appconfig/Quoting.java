package io.github.dbsync.appconfig;

/** How a value is written in a .env file, or in a Prisma schema. */
enum Quoting implements Notation {
    NONE(""),
    SINGLE("'"),
    DOUBLE("\""),
    BACKTICK("`"),
    /** A string literal of Prisma's schema language, with JSON's escapes. */
    PRISMA("\"");

    private final String mark;

    Quoting(String mark) {
        this.mark = mark;
    }

    /** The style of a .env value that begins like this. */
    static Quoting startingWith(String value) {
        if (value.startsWith("\"")) {
            return DOUBLE;
        }
        if (value.startsWith("'")) {
            return SINGLE;
        }
        return value.startsWith("`") ? BACKTICK : NONE;
    }

    String mark() {
        return mark;
    }

    /** A value in this style; in another one only where this one cannot say it. */
    @Override
    public String write(String value) {
        if (this == PRISMA) {
            return mark + value.replace("\\", "\\\\").replace("\"", "\\\"") + mark;
        }
        if (this == NONE) {
            return value.matches("[^\\s#'\"`]+") ? value : DOUBLE.write(value);
        }
        Quoting able = value.contains(mark) ? (this == SINGLE ? DOUBLE : SINGLE) : this;
        return able.mark + value + able.mark;
    }

    /** The value of a text in this style, marks included. */
    String read(String written) {
        String inner = written.substring(mark.length(), written.length() - mark.length());
        return this == PRISMA ? inner.replaceAll("\\\\(.)", "$1") : inner;
    }
}

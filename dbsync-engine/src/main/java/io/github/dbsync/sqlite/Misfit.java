package io.github.dbsync.sqlite;

/** Why a value does not fit its type: what kind of value it is, never the value itself. */
enum Misfit {
    AN_INTEGER("an integer"),
    A_REAL("a floating-point number"),
    A_TEXT("text"),
    A_BLOB("a blob"),
    NULL_VALUE("null"),
    OUT_OF_RANGE("an integer out of the type's range"),
    TOO_LONG("text that is longer than its type allows"),
    ZERO_CHARACTER("text with a 0x00 character, which PostgreSQL cannot store"),
    INVALID_UTF("text that is not valid in the database's encoding"),
    ANOTHER_FORM("text that is no date or time, or not of the same form as the others"),
    NO_UUID("text that is not a UUID in its canonical lower-case form"),
    NO_NUMBER("text that is not a number"),
    TOO_MANY_DIGITS("a number with more digits than its type allows"),
    WHOLE_REAL("a whole number that is kept as a floating-point number"),
    BENT("a value that SQLite would change for the column's declared type"),
    NOT_IN_FORM("a value that cannot be said exactly in the form that the column has"),
    NO_SUCH_WORD("none of the words that the rule gives for true and false"),
    NO_JSON("text that is not JSON"),
    NO_JSONB("text that is not JSON, or that has a \\u0000, which PostgreSQL's jsonb cannot store"),
    NO_LIST("text that is not a JSON array of the list's values"),
    NO_SUCH_LABEL("none of the values of its enum"),
    ANOTHER_ENCODING("text that is not in the encoding that the rule gives"),
    YEAR_OF_ANOTHER_UNIT(
            "a number that, counted in the rule's unit, is outside the years 1 to 9999: the unit is another one"),
    YEAR_TOO_FAR("a moment outside the years 1 to 9999"),
    TOO_FINE("a moment with more digits of a second than its type has"),
    WITHIN_A_DAY("a moment that is no whole day"),
    NOT_OF_1970("a moment of another day than 1970-01-01, where only a time of day fits"),
    NOT_REVERSIBLE("a value that the rule could not give back exactly as it is");

    private final String words;

    Misfit(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether it is a matter of single bytes of a text. */
    boolean isOfBytes() {
        return this == ZERO_CHARACTER || this == INVALID_UTF;
    }

    static Misfit of(Storage storage) {
        return switch (storage) {
            case INTEGER -> AN_INTEGER;
            case REAL -> A_REAL;
            case TEXT -> A_TEXT;
            case BLOB -> A_BLOB;
            case NULL -> NULL_VALUE;
        };
    }
}

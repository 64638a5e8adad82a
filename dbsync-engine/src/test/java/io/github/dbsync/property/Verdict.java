package io.github.dbsync.property;

/**
 * What became of a round trip.
 *
 * @param kind whether it closed
 * @param cause what two failures have in common that have one cause: a code, an exception, the kind of thing that differs
 * @param text what a developer is shown
 */
record Verdict(Kind kind, String cause, String text) {

    enum Kind {
        CLOSED,
        REFUSED,
        BROKEN
    }

    static final Verdict CLOSED = new Verdict(Kind.CLOSED, "", "");

    boolean isLike(Verdict other) {
        return kind == other.kind && cause.equals(other.cause);
    }
}

package io.github.dbsync.query;

/** A view, or some part of it, cannot be said on the other side with a meaning that is the same for sure. */
public final class NotTranslatableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason why, as half a sentence for the ledger */
    public NotTranslatableException(String reason) {
        super(reason);
    }

    /** Why, as half a sentence for the ledger. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}

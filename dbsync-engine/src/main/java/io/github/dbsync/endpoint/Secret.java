package io.github.dbsync.endpoint;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A text that never prints. */
public final class Secret {

    private final String text;

    public Secret(String text) {
        this.text = requireNonNull(text, "text");
    }

    /** The text itself, for the one place that needs it. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}

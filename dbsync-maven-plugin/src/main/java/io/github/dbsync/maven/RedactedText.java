package io.github.dbsync.maven;

/** A parameter that may hold a password: Maven prints every parameter with {@code -X}, but not this one. */
public final class RedactedText {

    private String text = "";

    /** Called by Maven with the parameter's text. */
    public void set(String newText) {
        text = newText;
    }

    /** The text itself, for the one place that needs it. */
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}

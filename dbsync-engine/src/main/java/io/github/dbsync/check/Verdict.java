package io.github.dbsync.check;

/** How a check ended. */
public enum Verdict {
    PASSED("passed"),
    /** It holds, and something is worth a look. */
    WARNING("warning"),
    FAILED("failed"),
    /** The project has nothing that it is about. */
    NOT_APPLICABLE("not applicable");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** The verdict, for people. */
    public String words() {
        return words;
    }
}

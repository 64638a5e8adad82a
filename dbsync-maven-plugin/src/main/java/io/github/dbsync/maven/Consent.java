package io.github.dbsync.maven;

/** What may be overwritten without a question. */
enum Consent {
    /** Whoever runs Maven said so on the command line. */
    TO_ANY_TARGET,
    /** The POM says so: it can speak for the project's own server, whose data is the build's, and for no other. */
    TO_EMBEDDED_TARGET,
    TO_NOTHING;

    /**
     * @param given whether {@code dbsync.yes} is set
     * @param onCommandLine whether it is set on the command line, and not in a POM
     */
    static Consent of(boolean given, boolean onCommandLine) {
        if (!given) {
            return TO_NOTHING;
        }
        return onCommandLine ? TO_ANY_TARGET : TO_EMBEDDED_TARGET;
    }
}

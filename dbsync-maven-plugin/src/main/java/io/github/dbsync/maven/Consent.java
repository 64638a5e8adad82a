package io.github.dbsync.maven;

/** What may be overwritten without a question. */
enum Consent {
    /** Whoever runs Maven said so on the command line. */
    TO_ANY_TARGET,
    /** The POM says so: it can speak for the project's own server, whose data is the build's, and for no other. */
    TO_EMBEDDED_TARGET,
    TO_NOTHING
}

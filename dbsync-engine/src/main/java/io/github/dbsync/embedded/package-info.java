/** A private PostgreSQL from a jar of binaries: unpacked, initialised, started, and never left behind. */
@NullMarked
package io.github.dbsync.embedded;

import org.jspecify.annotations.NullMarked;

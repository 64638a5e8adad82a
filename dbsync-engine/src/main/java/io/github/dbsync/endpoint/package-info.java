/** The two ends of a sync: a SQLite file and a PostgreSQL database, with secrets that never print. */
@NullMarked
package io.github.dbsync.endpoint;

import org.jspecify.annotations.NullMarked;

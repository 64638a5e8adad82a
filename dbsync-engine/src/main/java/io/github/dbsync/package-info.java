/**
 * Moves a whole database between a SQLite file and a PostgreSQL server, all or nothing, and proves that not one value
 * changed.
 */
@NullMarked
package io.github.dbsync;

import org.jspecify.annotations.NullMarked;

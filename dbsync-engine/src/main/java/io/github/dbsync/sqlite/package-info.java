/** SQLite: its dialect, and its files as a source and as a target. */
@NullMarked
package io.github.dbsync.sqlite;

import org.jspecify.annotations.NullMarked;

/** The contracts that SQLite and PostgreSQL both fulfil: a dialect, a source, a target. */
@NullMarked
package io.github.dbsync.dialect;

import org.jspecify.annotations.NullMarked;

/** Rows that are kept in files with the project, given to the database that the application uses now. */
@NullMarked
package io.github.dbsync.seed;

import org.jspecify.annotations.NullMarked;

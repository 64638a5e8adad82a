/** Tools that make a database's schema by migrations, and how the tables are told in which they note what ran. */
@NullMarked
package io.github.dbsync.migration;

import org.jspecify.annotations.NullMarked;

/** The dialect-free model of a database's schema: immutable values that know nothing of JDBC. */
@NullMarked
package io.github.dbsync.catalog;

import org.jspecify.annotations.NullMarked;

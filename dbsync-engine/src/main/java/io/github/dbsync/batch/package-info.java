/** Rows in flight: columnar batches of four carriers (long, double, bytes, null). */
@NullMarked
package io.github.dbsync.batch;

import org.jspecify.annotations.NullMarked;

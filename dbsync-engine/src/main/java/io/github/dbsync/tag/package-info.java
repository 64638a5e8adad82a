/** A point of the project's history marked as one at which both databases were proven equal. */
@NullMarked
package io.github.dbsync.tag;

import org.jspecify.annotations.NullMarked;

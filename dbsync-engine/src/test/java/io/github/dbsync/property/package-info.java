/** Random databases go to the other side and come back; a failure shrinks to a small case. */
@NullMarked
package io.github.dbsync.property;

import org.jspecify.annotations.NullMarked;

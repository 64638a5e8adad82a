/** Both ends as they are, side by side. */
@NullMarked
package io.github.dbsync.status;

import org.jspecify.annotations.NullMarked;

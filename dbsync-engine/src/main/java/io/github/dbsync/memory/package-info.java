/** What a target remembers of its source because it cannot say it itself. */
@NullMarked
package io.github.dbsync.memory;

import org.jspecify.annotations.NullMarked;

/** Proves that what arrived is what was there. */
@NullMarked
package io.github.dbsync.verify;

import org.jspecify.annotations.NullMarked;

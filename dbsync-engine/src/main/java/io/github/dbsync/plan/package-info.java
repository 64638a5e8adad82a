/** Decides what a sync will do, as a value: no class here does any I/O. */
@NullMarked
package io.github.dbsync.plan;

import org.jspecify.annotations.NullMarked;

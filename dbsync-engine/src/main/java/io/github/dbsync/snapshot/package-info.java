/** Snapshots: databases as scripts in files, written and read like any other end. */
@NullMarked
package io.github.dbsync.snapshot;

import org.jspecify.annotations.NullMarked;

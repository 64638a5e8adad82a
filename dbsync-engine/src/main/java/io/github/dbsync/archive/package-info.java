/** Takes snapshots of an end, keeps as many as are wanted, and finds the one to be put back. */
@NullMarked
package io.github.dbsync.archive;

import org.jspecify.annotations.NullMarked;

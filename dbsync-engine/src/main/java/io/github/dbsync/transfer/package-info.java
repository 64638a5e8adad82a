/** Carries out a plan: statements, and rows that are read on one thread and written on another. */
@NullMarked
package io.github.dbsync.transfer;

import org.jspecify.annotations.NullMarked;

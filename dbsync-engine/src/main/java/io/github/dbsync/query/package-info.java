/**
 * What a view selects, said again for another dialect: only where every part of it provably means the same there.
 *
 * <p>There is no syntax tree. A dialect hands over the tokens of its view; they are read once, and what they mean is
 * written down in the other dialect's words while they are read.
 */
@NullMarked
package io.github.dbsync.query;

import org.jspecify.annotations.NullMarked;

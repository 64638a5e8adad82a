/** What the scripts of the scenarios share. */
@NullMarked
package io.github.dbsync.it;

import org.jspecify.annotations.NullMarked;

/** What is about to happen, as it is shown to whoever is asked. */
@NullMarked
package io.github.dbsync.proposal;

import org.jspecify.annotations.NullMarked;

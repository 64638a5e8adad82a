/** What the user is told: problems with a stable code and a remedy, and progress. */
@NullMarked
package io.github.dbsync.feedback;

import org.jspecify.annotations.NullMarked;

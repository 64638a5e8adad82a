/** What a sync needs, and what git should not publish, as checks with remedies. */
@NullMarked
package io.github.dbsync.doctor;

import org.jspecify.annotations.NullMarked;

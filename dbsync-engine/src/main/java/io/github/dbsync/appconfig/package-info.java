/**
 * The application's own files: what they say of the two ends of a sync, and the edits that make them say the other end
 * afterwards.
 */
@NullMarked
package io.github.dbsync.appconfig;

import org.jspecify.annotations.NullMarked;

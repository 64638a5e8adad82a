/** The goals: parameters become a request, the engine does the work, the console tells of it. */
@NullMarked
package io.github.dbsync.maven;

import org.jspecify.annotations.NullMarked;

/** Both ends opened and looked at, as far as a plan needs it. */
@NullMarked
package io.github.dbsync.survey;

import org.jspecify.annotations.NullMarked;

/** What the user says of columns whose values do not say it themselves. */
@NullMarked
package io.github.dbsync.rules;

import org.jspecify.annotations.NullMarked;

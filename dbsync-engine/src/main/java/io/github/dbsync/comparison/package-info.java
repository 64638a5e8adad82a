/** Two databases held against each other as they are, with the rows in which they differ; neither is changed. */
@NullMarked
package io.github.dbsync.comparison;

import org.jspecify.annotations.NullMarked;

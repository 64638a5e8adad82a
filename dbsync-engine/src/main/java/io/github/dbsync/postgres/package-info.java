/**
 * PostgreSQL as either end of a sync, in the same roles as {@code sqlite}: a dialect, a source, a target. Rows travel by COPY,
 * catalogs by MyBatis mapped statements that stand in {@code CatalogMapper.xml}.
 */
@NullMarked
package io.github.dbsync.postgres;

import org.jspecify.annotations.NullMarked;

package io.github.dbsync.postgres;

/** Types, and the collations, casts, transforms and conversions that belong to them. */
interface TypeMapper extends OtherObjectsMapper {}

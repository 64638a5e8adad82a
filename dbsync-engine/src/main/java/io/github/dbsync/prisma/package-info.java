/**
 * Prisma's schema language: read with Prisma's own grammar, every token with its place, and judged as Prisma judges it.
 * Begin at {@link io.github.dbsync.prisma.SchemaParser}.
 */
@NullMarked
package io.github.dbsync.prisma;

import org.jspecify.annotations.NullMarked;

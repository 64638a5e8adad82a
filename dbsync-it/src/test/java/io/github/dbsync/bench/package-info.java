/**
 * How fast dbsync is, beside its peers: the same rows moved by each of them in turn, as whole processes on one machine in one
 * run, so that what is compared is ratios. Begin with {@link io.github.dbsync.bench.Benchmark}.
 */
@NullMarked
package io.github.dbsync.bench;

import org.jspecify.annotations.NullMarked;

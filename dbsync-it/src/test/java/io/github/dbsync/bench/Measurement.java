package io.github.dbsync.bench;

/**
 * What one run took: the process and every process that it started, from the start to the end.
 *
 * @param seconds by the clock
 * @param cpuSeconds of processors
 * @param peakMegabytes of memory, in the process that had most
 */
record Measurement(double seconds, double cpuSeconds, double peakMegabytes) {}

package io.github.dbsync.catalog;

/**
 * JSON as JavaScript's {@code JSON.stringify} writes it, without a blank, in a column that makes numbers of the texts of numbers.
 */
public record CompactJson() implements StoredForm {}

package io.github.dbsync.catalog;

/** Bytes that are kept as text, whatever they are. */
public record RawText() implements StoredForm {}

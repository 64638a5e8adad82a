package io.github.dbsync.postgres;

/** Parsers, templates, dictionaries and configurations of the text search. */
interface TextSearchMapper extends OtherObjectsMapper {}

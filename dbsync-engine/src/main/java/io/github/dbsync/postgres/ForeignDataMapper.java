package io.github.dbsync.postgres;

/** What reaches other servers: foreign data wrappers, servers, user mappings, publications, subscriptions; event triggers. */
interface ForeignDataMapper extends OtherObjectsMapper {}

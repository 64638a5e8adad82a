package io.github.dbsync.postgres;

/** Functions and procedures, and what is made of them: languages, access methods, aggregates, operators and their classes. */
interface RoutineMapper extends OtherObjectsMapper {}

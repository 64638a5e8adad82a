package io.github.dbsync.postgres;

import java.util.Set;

/** Whose an object is and who may do what with it: owners, privileges, default privileges, policies, security labels. */
interface RightsMapper extends OtherObjectsMapper {
    /** What this server has that objects may require, as {@link io.github.dbsync.catalog.Catalog#facilities} says. */
    Set<String> facilities();
}

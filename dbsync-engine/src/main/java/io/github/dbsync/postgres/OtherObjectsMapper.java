package io.github.dbsync.postgres;

import io.github.dbsync.postgres.CatalogMapper.OtherRow;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What is asked of PostgreSQL's system catalogs about objects that are neither tables nor sequences. */
interface OtherObjectsMapper {

    /**
     * The objects of some kinds.
     *
     * @param schema the one schema that is read, or null for all of the user's and for what has no schema
     * @param version the server's major version
     */
    List<OtherRow> others(@Nullable @Param("schema") String schema, @Param("version") int version);
}

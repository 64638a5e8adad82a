package io.github.dbsync.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Every object of a database, whatever its kind, so that none is missed by those who read kind by kind. */
interface EveryObjectMapper {

    /**
     * All objects of the user.
     *
     * @param schema the one schema that is read, or null for all of the user's and for what has no schema
     * @param version the server's major version
     */
    List<ObjectRow> objects(@Nullable @Param("schema") String schema, @Param("version") int version);

    /**
     * An object, as {@code pg_identify_object} describes it.
     *
     * @param classId the system catalog that lists it
     * @param objectId its number there
     * @param wholeClassId the catalog of the object that it is read together with, or null
     * @param wholeId the number of that object, or null
     */
    record ObjectRow(
            long classId,
            long objectId,
            @Nullable Long wholeClassId,
            @Nullable Long wholeId,
            String type,
            String identity) {}
}

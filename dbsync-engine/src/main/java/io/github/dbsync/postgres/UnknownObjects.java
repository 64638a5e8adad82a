package io.github.dbsync.postgres;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.postgres.EveryObjectMapper.ObjectRow;
import java.util.List;
import java.util.Set;

/** What a database lists and nobody has read: a kind of object that dbsync does not know. */
final class UnknownObjects {

    private UnknownObjects() {}

    /**
     * The objects that are neither read themselves nor together with one that is.
     *
     * @param all every object of the database
     * @param read those that were read
     */
    static List<OtherObject> among(List<ObjectRow> all, Set<ObjectId> read) {
        return all.stream()
                .filter(row -> !isRead(row, read))
                .map(row -> new OtherObject(
                        OtherObject.UNKNOWN + " " + row.type(), QualifiedName.of(row.identity()), null, null))
                .toList();
    }

    private static boolean isRead(ObjectRow row, Set<ObjectId> read) {
        return read.contains(new ObjectId(row.classId(), row.objectId()))
                || (row.wholeClassId() != null
                        && row.wholeId() != null
                        && read.contains(new ObjectId(row.wholeClassId(), row.wholeId())));
    }
}

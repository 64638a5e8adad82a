package io.github.dbsync.prisma;

import java.util.List;

/** The names in a list of fields, such as {@code [a, b(sort: Desc)]}. */
final class FieldNames {

    private FieldNames() {}

    static List<String> of(Value list) {
        return members(list).stream().map(FieldNames::name).toList();
    }

    /** The members of a list; a single one needs no brackets. */
    static List<Value> members(Value list) {
        return list instanceof Value.Array array ? array.values() : List.of(list);
    }

    static String name(Value member) {
        return member instanceof Value.Call call
                ? call.function()
                : member.token().text();
    }
}

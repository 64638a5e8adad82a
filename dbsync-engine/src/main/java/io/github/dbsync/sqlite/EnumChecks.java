package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.OtherObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The checks that keep columns of PostgreSQL's enums to their values. Without a name, which tells them from its own checks. */
final class EnumChecks {

    private final List<OtherObject> types;

    /** @param types what the foreign tables may need, enums among it */
    EnumChecks(List<OtherObject> types) {
        this.types = types;
    }

    Stream<Check> of(List<Column> columns) {
        return columns.stream()
                .flatMap(column -> labels(column.logical())
                        .map(labels -> new Check(
                                null, new Expression(SqliteNames.quote(column.name()) + " IN " + labels, null), null))
                        .stream());
    }

    /** The enum's values as PostgreSQL lists them, which SQLite reads alike where no backslash is in them. */
    private Optional<String> labels(LogicalType type) {
        if (!(type instanceof LogicalType.Printed printed)) {
            return Optional.empty();
        }
        String beginning = "CREATE TYPE " + printed.type() + " AS ENUM ";
        return types.stream()
                .map(OtherObject::definition)
                .filter(definition -> definition != null && definition.startsWith(beginning + "('"))
                .map(definition -> String.valueOf(definition).substring(beginning.length()))
                .filter(labels -> !labels.contains("\\"))
                .findFirst();
    }
}

package io.github.dbsync.prisma;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import java.util.List;

/**
 * What a schema is in a database.
 *
 * @param objects what is made before the tables: extensions and enums
 * @param tables the tables of the models, then those between two models
 * @param findings what the schema asks for and this database cannot hold, each with what is there instead
 */
public record PushedSchema(List<OtherObject> objects, List<Table> tables, List<Problem> findings) {

    public PushedSchema {
        objects = List.copyOf(objects);
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
    }
}

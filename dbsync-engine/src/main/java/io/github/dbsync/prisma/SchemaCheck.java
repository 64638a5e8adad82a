package io.github.dbsync.prisma;

import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says what Prisma would say of a schema that its grammar accepts: names, types, keys, defaults and relations, and
 * then what its own provider does not know.
 */
public final class SchemaCheck {

    private SchemaCheck() {}

    /** Everything wrong with a schema, the grammar's complaints first; empty where Prisma takes it. */
    public static List<Problem> problems(ParsedSchema parsed) {
        Schema schema = parsed.schema();
        List<Problem> ofAnyProvider = Stream.of(
                        parsed.problems().stream(),
                        SettingsCheck.problems(schema),
                        NameCheck.problems(schema),
                        ModelCheck.problems(schema),
                        DefaultCheck.problems(schema),
                        RelationCheck.problems(schema))
                .flatMap(problems -> problems)
                .toList();
        return ofAnyProvider.isEmpty() ? ProviderCheck.problems(schema).toList() : ofAnyProvider;
    }
}

package io.github.dbsync.survey;

import io.github.dbsync.appconfig.ApplicationSchema;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.prisma.PushedSchema;
import io.github.dbsync.prisma.SchemaCheck;
import io.github.dbsync.prisma.SchemaPush;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The migration that makes a schema from nothing, as {@code prisma migrate diff --from-empty --script} says it. Names are
 * without the schema that is everybody's, so that Prisma can run it in any.
 */
public final class InitialMigration {

    private static final String ANY = "";

    private static final List<Function<Script, List<Statement>>> PARTS =
            List.of(Script::beforeRows, Script::afterRows, Script::afterAllRows);

    private InitialMigration() {}

    /** The migration's script; empty for a schema that Prisma does not accept. */
    public static Optional<String> script(ApplicationSchema schema, Dialect dialect) {
        return SchemaCheck.problems(schema.parsed()).isEmpty()
                ? Optional.of(text(statements(pushed(schema, dialect), dialect)))
                : Optional.empty();
    }

    private static PushedSchema pushed(ApplicationSchema schema, Dialect dialect) {
        Provider provider = Provider.of(dialect.id()).orElseThrow();
        return SchemaPush.push(schema.parsed().schema(), provider, schema.major(), ANY);
    }

    private static Stream<Statement> statements(PushedSchema pushed, Dialect dialect) {
        Stream<Statement> objects = pushed.objects().stream()
                .filter(object -> object.definition() != null)
                .map(object -> new Statement(object.definition(), object.kind() + " " + object.name()));
        List<Script> scripts = pushed.tables().stream().map(dialect::create).toList();
        return Stream.concat(
                objects,
                PARTS.stream().flatMap(part -> scripts.stream().flatMap(script -> part.apply(script).stream())));
    }

    /** Without statements that set what sequences count: without rows they begin at their beginning. */
    private static String text(Stream<Statement> statements) {
        return statements
                .filter(statement ->
                        statement.sql().startsWith("CREATE ") || statement.sql().startsWith("ALTER "))
                .map(statement -> "-- " + statement.reason() + "\n" + statement.sql() + ";\n")
                .collect(Collectors.joining("\n"));
    }
}

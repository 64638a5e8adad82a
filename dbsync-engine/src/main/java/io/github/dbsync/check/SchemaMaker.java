package io.github.dbsync.check;

import io.github.dbsync.appconfig.ApplicationSchema;
import io.github.dbsync.appconfig.MigrationScript;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.comparison.SchemaComparison;
import io.github.dbsync.comparison.SchemaDifference;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.ScratchDatabase;
import io.github.dbsync.dialect.ScriptStatement;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.migration.MigrationTables;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.InitialMigration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes databases to try things in, from what the project's files say.
 *
 * @param server the server of those of PostgreSQL, started where one is needed
 */
public record SchemaMaker(Dialects dialects, EmbeddedPostgres server) {

    private static final Set<String> OF_TRANSACTIONS = Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK");

    /**
     * A database that is what a schema describes.
     *
     * @param home the schema of PostgreSQL for all that names none itself, or null for the usual one
     */
    ScratchDatabase described(ApplicationSchema schema, Provider provider, @Nullable String home) {
        return made(provider, home, database -> {
            Dialect dialect = Dialects.of(database.endpoint());
            String script = InitialMigration.script(schema, dialect).orElseThrow();
            run(new MigrationScript(schema.where(), script), dialect.statements(script), database);
        });
    }

    /**
     * A database that migrations made, each as Prisma applies it.
     *
     * @throws DbSyncException with {@code MIGRATION_REFUSED} where one fails
     */
    ScratchDatabase migrated(List<MigrationScript> migrations, Provider provider) {
        return made(provider, null, database -> migrations.forEach(migration -> apply(migration, database)));
    }

    private ScratchDatabase made(Provider provider, @Nullable String home, Consumer<ScratchDatabase> making) {
        ScratchDatabase database = dialects.scratch(provider, server, home);
        try {
            making.accept(database);
            return database;
        } catch (DbSyncException refused) {
            database.close();
            throw refused;
        }
    }

    /** PostgreSQL runs several statements that come together in one transaction, unless they say something else. */
    private static void apply(MigrationScript migration, ScratchDatabase database) {
        Dialect dialect = Dialects.of(database.endpoint());
        List<ScriptStatement> statements = dialect.statements(migration.sql());
        boolean together = database.endpoint() instanceof PostgresDatabase
                && statements.size() > 1
                && statements.stream().map(ScriptStatement::verb).noneMatch(OF_TRANSACTIONS::contains);
        if (together) {
            database.execute(new Statement("BEGIN", migration.where()));
        }
        run(migration, statements, database);
        if (together) {
            database.execute(new Statement("COMMIT", migration.where()));
        }
    }

    private static void run(MigrationScript script, List<ScriptStatement> statements, ScratchDatabase database) {
        for (ScriptStatement statement : statements) {
            String where = script.where() + ", line " + statement.line();
            try {
                database.execute(new Statement(statement.sql(), where));
            } catch (DbSyncException refused) {
                throw new DbSyncException(refused(where, refused.problem()), refused);
            }
        }
    }

    private static Problem refused(String where, Problem why) {
        return Problem.refusal(
                ProblemCode.MIGRATION_REFUSED,
                "A migration fails on an empty database that has the migrations before it.",
                where,
                why.why(),
                "Correct the statement; where a database has applied the migration already, add another one that corrects it");
    }

    /**
     * How a database differs from what a schema describes. Tables of migration tools are left out, and so is what is in schemas
     * of PostgreSQL that the schema does not speak of.
     */
    List<SchemaDifference> differences(ApplicationSchema schema, Endpoint actual) {
        String home = actual instanceof PostgresDatabase database ? database.schema() : null;
        Provider provider = Provider.of(actual.dialect()).orElseThrow();
        try (ScratchDatabase described = described(schema, provider, home)) {
            Catalog expected = catalog(described.endpoint());
            Set<String> schemas = Stream.concat(
                            Stream.of(Dialects.homeSchema(actual)),
                            expected.tables().stream().map(Table::name).map(QualifiedName::schema))
                    .collect(Collectors.toSet());
            return SchemaComparison.differences(expected, catalog(actual).ofSchemas(schemas));
        }
    }

    private Catalog catalog(Endpoint endpoint) {
        try (Source source = dialects.source(endpoint)) {
            Catalog catalog = source.catalog();
            return MigrationTables.in(catalog).removedFrom(catalog);
        }
    }
}

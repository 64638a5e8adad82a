package io.github.dbsync.endpoint;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.Locale;

/**
 * A database URL, understood. Three families are: Prisma's and libpq's {@code postgresql://} with libpq's keyword form
 * ({@code host=.. dbname=..}), Prisma's {@code file:} for SQLite, and the JDBC forms of both databases.
 *
 * @param endpoint what it leads to
 * @param findings what of it dbsync does not follow
 */
public record DatabaseUrl(Endpoint endpoint, List<Problem> findings) {

    public DatabaseUrl {
        requireNonNull(endpoint, "endpoint");
        findings = List.copyOf(findings);
    }

    /**
     * Understands a URL.
     *
     * @throws io.github.dbsync.feedback.DbSyncException with {@code URL_NOT_UNDERSTOOD}; its text never holds a password
     */
    public static DatabaseUrl parse(String text, UrlContext context) {
        String url = text.strip();
        String scheme = scheme(url);
        return switch (scheme) {
            case "postgresql:", "postgres:" -> PostgresUrl.parse(url, context);
            case "jdbc:postgresql:" -> JdbcPostgresUrl.parse(url, context);
            case "file:", "sqlite:", "jdbc:sqlite:" -> SqliteUrl.parse(scheme, url, context);
            case "prisma:", "prisma+postgres:" ->
                throw context.notUnderstood(
                        "it leads to Prisma Accelerate or Prisma's own development server, which speaks no SQL",
                        "Give the URL of the PostgreSQL server behind it: postgresql://user:password@host:5432/database");
            default -> ConnectionString.parse(url, scheme, context);
        };
    }

    /** Whether a text names its scheme, as a URL does and a plain path does not; {@code C:\} is a path. */
    public static boolean hasScheme(String text) {
        return !scheme(text.strip()).isEmpty();
    }

    /**
     * The endpoint as Prisma writes it, password included.
     *
     * @param context a SQLite file within its folder is written relative to its Prisma folder, any other absolutely
     */
    public static Secret format(Endpoint endpoint, UrlContext context) {
        if (endpoint instanceof SqliteFile file) {
            return new Secret(SqliteUrl.format(file, context));
        }
        if (endpoint instanceof PostgresDatabase database) {
            return new Secret(PostgresUrl.format(database));
        }
        throw new IllegalArgumentException("no URL before it is started: " + endpoint.describe());
    }

    /**
     * The endpoint as a JDBC driver reads it. User and password are in it only where the context does not say them.
     *
     * @param context a SQLite file within its folder is written relative to that, any other absolutely
     */
    public static Secret formatJdbc(Endpoint endpoint, UrlContext context) {
        if (endpoint instanceof SqliteFile file) {
            return new Secret(SqliteUrl.formatJdbc(file, context));
        }
        if (endpoint instanceof PostgresDatabase database) {
            return new Secret(JdbcPostgresUrl.format(database, context));
        }
        throw new IllegalArgumentException("no URL before it is started: " + endpoint.describe());
    }

    private static String scheme(String url) {
        int start = url.regionMatches(true, 0, "jdbc:", 0, 5) ? 5 : 0;
        int colon = url.indexOf(':', start);
        boolean named = colon - start > 1
                && url.substring(start, colon)
                        .chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "+.-".indexOf(c) >= 0);
        return named ? url.substring(0, colon + 1).toLowerCase(Locale.ROOT) : "";
    }
}

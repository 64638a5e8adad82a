package io.github.dbsync.endpoint;

import io.github.dbsync.feedback.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The URL of a SQLite file. As Prisma reads it, the path is what stands between the scheme and a question mark, with no
 * decoding (Prisma's quaint, {@code SqliteParams}).
 */
final class SqliteUrl {

    private static final String REMEDY =
            "Name a file: file:./dev.db, or file:/folder/dev.db, or -Ddbsync.sqlite=<path>";

    /** What speaks of pools, waits and modes of opening: nothing that says where the data is. */
    private static final Set<String> HARMLESS = Set.of(
            "busy_timeout",
            "cache",
            "connect_timeout",
            "connection_limit",
            "db_name",
            "foreign_keys",
            "journal_mode",
            "mode",
            "pool_timeout",
            "socket_timeout",
            "synchronous",
            "timeout");

    private SqliteUrl() {}

    static DatabaseUrl parse(String scheme, String url, UrlContext context) {
        boolean jdbc = scheme.startsWith("jdbc:");
        String rest = url.substring(scheme.length());
        if (jdbc && rest.startsWith("file:")) {
            rest = rest.substring("file:".length());
        }
        int question = rest.indexOf('?');
        String path = question < 0 ? rest : rest.substring(0, question);
        String query = question < 0 ? "" : rest.substring(question + 1);
        SqliteFile file = file(path, jdbc ? context.folder() : context.prismaFolder(), context);
        return new DatabaseUrl(file, ignored(query, context));
    }

    static String format(SqliteFile file, UrlContext context) {
        if (!file.path().startsWith(context.folder())) {
            return "file:" + slashes(file.path());
        }
        String relative = slashes(context.prismaFolder().relativize(file.path()));
        return relative.startsWith("../") ? "file:" + relative : "file:./" + relative;
    }

    static String formatJdbc(SqliteFile file, UrlContext context) {
        boolean within = file.path().startsWith(context.folder());
        return "jdbc:sqlite:" + slashes(within ? context.folder().relativize(file.path()) : file.path());
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static SqliteFile file(String path, Path base, UrlContext context) {
        if (path.isEmpty()) {
            throw context.notUnderstood("it names no file", REMEDY);
        }
        if (path.startsWith(":")) {
            throw context.notUnderstood("\"" + path + "\" is not a file: it would be gone when it is closed", REMEDY);
        }
        if (path.startsWith("//") && !path.startsWith("///")) {
            throw context.notUnderstood("behind two slashes a host is meant, not a file", REMEDY);
        }
        try {
            return new SqliteFile(base.resolve(path.replaceFirst("^/{3}", "/")));
        } catch (InvalidPathException e) {
            throw context.notUnderstood("its path cannot be a file's on this system: " + e.getReason(), REMEDY);
        }
    }

    private static List<Problem> ignored(String query, UrlContext context) {
        List<Problem> findings = new ArrayList<>();
        for (String parameter : query.split("&", -1)) {
            String name = parameter.replaceFirst("=.*", "");
            if (parameter.equals("mode=memory")) {
                throw context.notUnderstood("mode=memory is not a file: it would be gone when it is closed", REMEDY);
            }
            if (!name.isEmpty() && !HARMLESS.contains(name)) {
                findings.add(context.ignored(name, "dbsync knows no such parameter of SQLite", ""));
            }
        }
        return findings;
    }
}

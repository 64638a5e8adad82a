package io.github.dbsync.postgres;

import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a connection did not come about, told apart by SQLSTATE and cause. */
final class ConnectProblems {

    private ConnectProblems() {}

    static Problem of(SQLException error, PostgresDatabase database) {
        String state = PostgresProblems.state(error);
        String message = PostgresProblems.serverMessage(error);
        if (isTls(error, message)) {
            return tls(database, message);
        }
        return switch (state) {
            case "28P01", "28000", "08004" -> login(database, message);
            case "3D000" -> missing(database, message);
            case "42501" -> notPermitted(database, message);
            default -> unreachable(database, message, cause(error));
        };
    }

    private static boolean isTls(SQLException error, String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        boolean asked = lower.contains("ssl") || lower.contains("no encryption");
        boolean secondTry = error.getCause() instanceof SSLException;
        return secondTry || (asked && !lower.contains("password"));
    }

    private static Problem tls(PostgresDatabase database, String message) {
        return Problem.refusal(
                ProblemCode.POSTGRES_TLS_REFUSED,
                "The PostgreSQL server and dbsync do not agree on TLS.",
                database.describe(),
                message,
                "Say what the server wants in the URL: ?sslmode=require, ?sslmode=disable, or"
                        + " ?sslmode=verify-full&sslrootcert=<file> with the certificate that signed the server's");
    }

    private static Problem login(PostgresDatabase database, String message) {
        return Problem.refusal(
                ProblemCode.POSTGRES_LOGIN_REFUSED,
                "The PostgreSQL server refuses the login of " + database.user() + ".",
                database.describe(),
                database.loginPassword().isEmpty()
                        ? message + "; no password was given, unless .pgpass has one"
                        : message,
                "Correct user and password in " + PostgresConnection.SETTING
                        + " or in DATABASE_URL; characters such as @ : / # are percent-encoded there. Where the URL gives none,"
                        + " they are taken from the <server> of settings.xml that -Ddbsync.postgresServerId names, from PGUSER"
                        + " and PGPASSWORD, or from .pgpass");
    }

    private static Problem missing(PostgresDatabase database, String message) {
        return Problem.refusal(
                ProblemCode.POSTGRES_DATABASE_MISSING,
                "The PostgreSQL server has no database " + database.database() + ".",
                database.describe(),
                message,
                "Make it: createdb -h " + database.host() + " -p " + database.port() + " -U " + database.user() + " "
                        + database.database() + "; or name another with " + PostgresConnection.SETTING);
    }

    private static Problem notPermitted(PostgresDatabase database, String message) {
        return Problem.refusal(
                ProblemCode.POSTGRES_PERMISSION_DENIED,
                database.user() + " may not connect to the database.",
                database.describe(),
                message,
                "GRANT CONNECT ON DATABASE \"" + database.database() + "\" TO \"" + database.user() + "\"");
    }

    private static Problem unreachable(PostgresDatabase database, String message, @Nullable String cause) {
        return Problem.refusal(
                ProblemCode.POSTGRES_UNREACHABLE,
                "No PostgreSQL server answers.",
                database.describe(),
                cause == null ? message : message + " (" + cause + ")",
                "Start the server, correct host and port with " + PostgresConnection.SETTING
                        + ", or use -Ddbsync.postgres=embedded");
    }

    static Problem tooOld(PostgresDatabase database, String version) {
        return Problem.refusal(
                ProblemCode.POSTGRES_VERSION_UNSUPPORTED,
                "The PostgreSQL server is too old: " + version + ".",
                database.describe(),
                "dbsync needs PostgreSQL " + PostgresConnection.OLDEST_MAJOR + " or newer.",
                "Use a newer server, or -Ddbsync.postgres=embedded");
    }

    private static @Nullable String cause(SQLException error) {
        return error.getCause() instanceof IOException io ? io.getClass().getSimpleName() : null;
    }
}

package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL's errors mean to the user, told apart by SQLSTATE (PostgreSQL docs, Appendix A). No text here holds a
 * password, nor a value of the data: a server's message is cut where it quotes one, and its detail is left out.
 */
final class PostgresProblems {

    private static final String NOTHING_CHANGED = "Nothing was changed.";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final Pattern COPY_PLACE = Pattern.compile("COPY (.+?), line (\\d+)(?:, column ([^:]+))?");

    private final PostgresDatabase database;

    PostgresProblems(PostgresDatabase database) {
        this.database = database;
    }

    /** An error of a statement. */
    DbSyncException of(SQLException error, String doing) {
        String state = state(error);
        if (state.equals(FOREIGN_KEY_VIOLATION)) {
            return new DbSyncException(orphans(error, "While: " + doing));
        }
        if (isData(state)) {
            return new DbSyncException(unfit(error, "While: " + doing));
        }
        return new DbSyncException(problem(error, state, doing), error);
    }

    /**
     * An error of a COPY into a table; its rows are counted from 1. Where PostgreSQL names the column, its type refused the
     * value, whatever the type calls that ({@code ltree} a syntax error).
     */
    DbSyncException ofCopy(SQLException error, Table table) {
        Matcher place = COPY_PLACE.matcher(context(error));
        boolean inRow = place.find();
        if (!isData(state(error)) && !(inRow && place.group(3) != null)) {
            return of(error, "writing the rows of table " + table.name());
        }
        String where = inRow ? place(table, Long.parseLong(place.group(2)), place.group(3)) : "table " + table.name();
        return new DbSyncException(unfit(error, where));
    }

    /** A value that cannot even be spelled in its column's type. */
    DbSyncException outOfRange(Table table, long row, String column, String type) {
        return new DbSyncException(Problem.refusal(
                ProblemCode.VALUE_DOES_NOT_FIT,
                "A value does not fit into its column. " + NOTHING_CHANGED,
                place(table, row, column),
                "It is outside the range of " + type + ".",
                "Correct the row at the source, or leave the table out with -Ddbsync.exclude="
                        + table.name().name()));
    }

    private static String place(Table table, long row, @Nullable String column) {
        return "table " + table.name() + (column == null ? "" : ", column " + column) + ", row " + row
                + " in the order of transfer";
    }

    private static boolean isData(String state) {
        return state.startsWith("22") || state.startsWith("23") || state.equals("54000");
    }

    private Problem unfit(SQLException error, String where) {
        return Problem.refusal(
                ProblemCode.VALUE_DOES_NOT_FIT,
                "PostgreSQL refuses a value. " + NOTHING_CHANGED,
                where,
                withoutValues(serverMessage(error)) + " (SQLSTATE " + state(error) + ")",
                "Correct the row at the source, or leave its table out with -Ddbsync.exclude=<table>");
    }

    private static Problem orphans(SQLException error, String where) {
        return Problem.refusal(
                ProblemCode.ORPHAN_ROWS,
                "Rows have no parent. " + NOTHING_CHANGED,
                where,
                serverMessage(error) + " (SQLSTATE " + FOREIGN_KEY_VIOLATION + ")",
                "Correct these rows at the source, or sync their parents too (see dbsync.include and dbsync.exclude)");
    }

    /** Messages quote values at their end, after a colon, as in {@code invalid input syntax for type integer: "x"}. */
    private static String withoutValues(String message) {
        return message.replaceFirst("(?s): \".*", "").replaceFirst("(?s)\"[^\"]*\" (is out of range)", "a value $1");
    }

    private Problem problem(SQLException error, String state, String doing) {
        String why = serverMessage(error) + " (SQLSTATE " + state + ", while " + doing + ")";
        return switch (state) {
            case "42501", "25006" -> notPermitted(why);
            case "53100" -> diskFull(why);
            case "53200" -> outOfMemory(why);
            case "55P03", "40P01" -> locked(why);
            case "42P06", "42P07", "42710" -> nameTaken(why);
            case "2BP01" -> inTheWay(why + detail(error));
            default -> isLost(state) ? lost(why) : failed(why);
        };
    }

    private Problem notPermitted(String why) {
        return refusal(
                ProblemCode.POSTGRES_PERMISSION_DENIED,
                "PostgreSQL does not permit it to " + database.user() + ". " + NOTHING_CHANGED,
                why,
                "Grant it, for example: GRANT ALL ON SCHEMA \"" + database.schemaOrPublic() + "\" TO \""
                        + database.user() + "\"; or name another user with " + PostgresConnection.SETTING);
    }

    private Problem diskFull(String why) {
        return refusal(
                ProblemCode.DISK_FULL,
                "The disk of the PostgreSQL server is full. " + NOTHING_CHANGED,
                why,
                "Free space where the server keeps its data (SHOW data_directory), then run it again");
    }

    private Problem outOfMemory(String why) {
        return refusal(
                ProblemCode.OUT_OF_MEMORY,
                "The PostgreSQL server has run out of memory. " + NOTHING_CHANGED,
                why,
                "Give the server more memory, or close other programs there, then run it again");
    }

    private Problem locked(String why) {
        return refusal(
                ProblemCode.POSTGRES_LOCKED,
                "Somebody else holds a lock that dbsync needs. " + NOTHING_CHANGED,
                why,
                "Stop the application and run it again; SELECT pid, query FROM pg_stat_activity shows who it is");
    }

    private Problem nameTaken(String why) {
        return refusal(
                ProblemCode.TARGET_OBJECT_IN_THE_WAY,
                "Something at the target has the name of what is to be made. " + NOTHING_CHANGED,
                why,
                "Rename or drop it at the target, or leave the table out with -Ddbsync.exclude=<table>");
    }

    private Problem inTheWay(String why) {
        return refusal(
                ProblemCode.TARGET_OBJECT_IN_THE_WAY,
                "Something at the target depends on a table that is to be replaced. " + NOTHING_CHANGED,
                why,
                "Drop that object first; dbsync never drops by CASCADE");
    }

    private Problem lost(String why) {
        return refusal(
                ProblemCode.POSTGRES_CONNECTION_LOST,
                "The connection to PostgreSQL broke. " + NOTHING_CHANGED,
                why,
                "See the server's log for the reason, then run it again");
    }

    private Problem failed(String why) {
        return refusal(
                ProblemCode.POSTGRES_FAILED,
                "PostgreSQL reports an error. " + NOTHING_CHANGED,
                why,
                "Run it again with -X and report it with that output if the reason is not clear");
    }

    /** What depends on what: names, never values. */
    private static String detail(SQLException error) {
        ServerErrorMessage server = serverError(error);
        return server == null || server.getDetail() == null
                ? ""
                : "; " + server.getDetail().replace("\n", "; ");
    }

    static boolean isLost(String state) {
        return state.startsWith("08")
                || List.of("57P01", "57P02", "57P03", "57P05", "25P03").contains(state);
    }

    private Problem refusal(ProblemCode code, String what, String why, String remedy) {
        return Problem.refusal(code, what, database.describe(), why, remedy);
    }

    static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }

    private static @Nullable ServerErrorMessage serverError(SQLException error) {
        return error instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }

    static String serverMessage(SQLException error) {
        ServerErrorMessage server = serverError(error);
        String message = server == null ? error.getMessage() : server.getMessage();
        return message == null ? "no reason given" : message.lines().findFirst().orElse("");
    }

    private static String context(SQLException error) {
        ServerErrorMessage server = serverError(error);
        return server == null || server.getWhere() == null ? "" : server.getWhere();
    }
}

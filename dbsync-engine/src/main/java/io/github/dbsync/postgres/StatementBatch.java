package io.github.dbsync.postgres;

import io.github.dbsync.dialect.Statement;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Statements that are sent together, so that their answers are waited for once, however far away the server is. */
final class StatementBatch {

    private static final int MOST = 500;

    private final Connection connection;
    private final PostgresProblems problems;
    private final List<Statement> statements = new ArrayList<>();

    StatementBatch(Connection connection, PostgresProblems problems) {
        this.connection = connection;
        this.problems = problems;
    }

    /** Executes all, in their order; the first that is refused is named. */
    void execute(List<Statement> all) {
        for (Statement statement : all) {
            if (!isOne(statement) || statements.size() == MOST) {
                send();
            }
            statements.add(statement);
            if (!isOne(statement)) {
                send();
            }
        }
        send();
    }

    /** A text with a semicolon may be several statements, after which the driver miscounts those of a batch. */
    private static boolean isOne(Statement statement) {
        return statement.sql().indexOf(';') < 0;
    }

    private void send() {
        if (statements.size() == 1) {
            executeAlone(statements.get(0));
        } else if (!statements.isEmpty()) {
            executeTogether();
        }
        statements.clear();
    }

    private void executeAlone(Statement statement) {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute(statement.sql());
        } catch (SQLException refused) {
            throw problems.of(refused, statement.reason());
        }
    }

    private void executeTogether() {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            for (Statement statement : statements) {
                jdbc.addBatch(statement.sql());
            }
            jdbc.executeBatch();
        } catch (BatchUpdateException refused) {
            throw problems.of(serverError(refused), reason(refused));
        } catch (SQLException refused) {
            throw problems.of(refused, reasons());
        }
    }

    private static SQLException serverError(BatchUpdateException refused) {
        return refused.getNextException() == null ? refused : refused.getNextException();
    }

    /**
     * The driver's message quotes the statement that was refused; whatever shorter one it quotes is a part of that. Where a
     * setting of the URL keeps the driver from quoting, all are named that it can be.
     */
    private String reason(BatchUpdateException refused) {
        String message = String.valueOf(refused.getMessage());
        return statements.stream()
                .filter(statement -> message.contains(statement.sql()))
                .max(Comparator.comparingInt(statement -> statement.sql().length()))
                .map(Statement::reason)
                .orElseGet(this::reasons);
    }

    private String reasons() {
        return statements.get(0).reason() + " to "
                + statements.get(statements.size() - 1).reason();
    }
}

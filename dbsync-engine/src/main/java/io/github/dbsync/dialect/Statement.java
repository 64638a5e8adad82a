package io.github.dbsync.dialect;

import static java.util.Objects.requireNonNull;

/**
 * A statement of the plan.
 *
 * @param sql the statement, without a closing semicolon
 * @param reason why it is there, for people: "primary key of Album"
 */
public record Statement(String sql, String reason) {

    public Statement {
        requireNonNull(sql, "sql");
        requireNonNull(reason, "reason");
    }
}

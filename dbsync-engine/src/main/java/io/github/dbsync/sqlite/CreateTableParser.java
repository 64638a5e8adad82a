package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.ForeignKey.Checking;
import io.github.dbsync.sqlite.ParsedTable.ParsedCheck;
import io.github.dbsync.sqlite.ParsedTable.ParsedColumn;
import io.github.dbsync.sqlite.ParsedTable.ParsedExpression;
import io.github.dbsync.sqlite.ParsedTable.ParsedForeignKey;
import io.github.dbsync.sqlite.ParsedTable.ParsedKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CREATE TABLE that SQLite has accepted (SQLite docs, "CREATE TABLE"). It is no judge of SQL: what it does not know,
 * it passes over.
 */
final class CreateTableParser {

    private static final List<String> TABLE_CONSTRAINTS =
            List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private static final List<String> COLUMN_CONSTRAINTS = List.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS");

    private final TokenCursor cursor;
    private final List<ParsedColumn> columns = new ArrayList<>();
    private final List<ParsedKey> uniques = new ArrayList<>();
    private final List<ParsedForeignKey> foreignKeys = new ArrayList<>();
    private final List<ParsedCheck> checks = new ArrayList<>();
    private @Nullable ParsedKey primaryKey;
    private @Nullable String collation;
    private @Nullable ParsedExpression generated;

    private CreateTableParser(String sql) {
        this.cursor = new TokenCursor(sql);
    }

    static ParsedTable parse(String sql) {
        return new CreateTableParser(sql).table();
    }

    private ParsedTable table() {
        while (!cursor.atEnd() && !cursor.peek().isSign("(")) {
            cursor.next();
        }
        cursor.acceptsSign("(");
        while (!cursor.atEnd() && !cursor.peek().isSign(")")) {
            element();
            cursor.acceptsSign(",");
        }
        return new ParsedTable(columns, primaryKey, uniques, foreignKeys, checks);
    }

    private void element() {
        if (isAhead(TABLE_CONSTRAINTS)) {
            tableConstraint();
        } else {
            column();
        }
    }

    private boolean isAhead(List<String> words) {
        return words.stream().anyMatch(cursor.peek()::isWord);
    }

    private void column() {
        String name = cursor.next().text();
        collation = null;
        generated = null;
        passType();
        while (!cursor.atEnd() && !cursor.peek().isSign(",") && !cursor.peek().isSign(")")) {
            columnConstraint(name);
        }
        columns.add(new ParsedColumn(name, collation, generated));
    }

    private void passType() {
        while (cursor.peek().isName() && !isAhead(COLUMN_CONSTRAINTS)) {
            cursor.next();
        }
        cursor.parenthesised();
    }

    private void columnConstraint(String column) {
        String name = constraintName();
        int start = cursor.position();
        if (cursor.accepts("PRIMARY", "KEY")) {
            primaryKey = columnKey(name, column, start);
        } else if (cursor.accepts("UNIQUE")) {
            uniques.add(columnKey(name, column, start));
        } else if (cursor.accepts("CHECK")) {
            check(name, start);
        } else if (cursor.accepts("REFERENCES")) {
            references(name, start);
        } else {
            columnProperty();
        }
    }

    private void columnProperty() {
        if (cursor.accepts("COLLATE")) {
            collation = cursor.next().text();
        } else if (cursor.accepts("DEFAULT")) {
            passDefault();
        } else if (cursor.accepts("GENERATED", "ALWAYS", "AS") || cursor.accepts("AS")) {
            generated = expression();
        } else if (!passesConflictClause()) {
            cursor.next();
        }
    }

    private void passDefault() {
        if (cursor.parenthesised().isEmpty()) {
            if (cursor.peek().isSign("-") || cursor.peek().isSign("+")) {
                cursor.next();
            }
            cursor.next();
        }
    }

    private void tableConstraint() {
        String name = constraintName();
        int start = cursor.position();
        if (cursor.accepts("PRIMARY", "KEY")) {
            primaryKey = tableKey(name, start);
        } else if (cursor.accepts("UNIQUE")) {
            uniques.add(tableKey(name, start));
        } else if (cursor.accepts("CHECK")) {
            check(name, start);
        } else if (cursor.accepts("FOREIGN", "KEY")) {
            cursor.parenthesised();
            cursor.accepts("REFERENCES");
            references(name, start);
        } else {
            cursor.next();
        }
    }

    private @Nullable String constraintName() {
        String name = null;
        while (cursor.accepts("CONSTRAINT")) {
            name = cursor.next().text();
        }
        return name;
    }

    private ParsedKey columnKey(@Nullable String name, String column, int start) {
        boolean ordered = cursor.accepts("ASC") || cursor.accepts("DESC");
        boolean resolved = passesConflictClause();
        boolean autoincrement = cursor.accepts("AUTOINCREMENT");
        return new ParsedKey(
                name, List.of(column), autoincrement, ordered || resolved ? cursor.textSince(start) : null);
    }

    private ParsedKey tableKey(@Nullable String name, int start) {
        List<String> names = new ArrayList<>();
        boolean autoincrement = false;
        boolean plain = true;
        cursor.acceptsSign("(");
        while (!cursor.atEnd() && !cursor.acceptsSign(")")) {
            List<SqliteToken> part = cursor.listItem();
            names.add(part.isEmpty() ? "" : part.get(0).text());
            boolean counts = !part.isEmpty() && part.get(part.size() - 1).isWord("AUTOINCREMENT");
            autoincrement |= counts;
            plain &= part.size() == (counts ? 2 : 1);
            cursor.acceptsSign(",");
        }
        plain &= !passesConflictClause();
        return new ParsedKey(name, names, autoincrement, plain ? null : cursor.textSince(start));
    }

    private void check(@Nullable String name, int start) {
        ParsedExpression condition = expression();
        passesConflictClause();
        checks.add(new ParsedCheck(name, condition, cursor.textSince(start)));
    }

    private ParsedExpression expression() {
        List<SqliteToken> tokens = cursor.parenthesised();
        return new ParsedExpression(cursor.text(tokens), tokens);
    }

    private boolean passesConflictClause() {
        boolean ahead = cursor.accepts("ON", "CONFLICT");
        if (ahead) {
            cursor.next();
        }
        return ahead;
    }

    private void references(@Nullable String name, int start) {
        cursor.next();
        cursor.parenthesised();
        boolean more = passesAction();
        while (more) {
            more = passesAction();
        }
        Checking checking = checking();
        foreignKeys.add(new ParsedForeignKey(name, checking, cursor.textSince(start)));
    }

    private boolean passesAction() {
        if (cursor.accepts("MATCH")) {
            cursor.next();
            return true;
        }
        if (cursor.accepts("ON", "DELETE") || cursor.accepts("ON", "UPDATE")) {
            if (cursor.peek().isWord("SET") || cursor.peek().isWord("NO")) {
                cursor.next();
            }
            cursor.next();
            return true;
        }
        return false;
    }

    private Checking checking() {
        boolean never = cursor.accepts("NOT", "DEFERRABLE");
        boolean deferrable = !never && cursor.accepts("DEFERRABLE");
        boolean deferred = cursor.accepts("INITIALLY", "DEFERRED");
        cursor.accepts("INITIALLY", "IMMEDIATE");
        if (!deferrable) {
            return Checking.IMMEDIATE;
        }
        return deferred ? Checking.DEFERRED : Checking.DEFERRABLE;
    }
}

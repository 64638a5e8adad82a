package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.postgres.SqlTokens.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that make what hangs on a table. What PostgreSQL once printed is said verbatim, but for the names of
 * tables, which may have changed since.
 */
final class CreateKeys {

    private final Table table;
    private final String name;

    CreateKeys(Table table) {
        this.table = table;
        this.name = Quoting.name(table.name());
    }

    List<Statement> keys() {
        List<Statement> statements = new ArrayList<>();
        if (table.primaryKey() != null) {
            statements.add(key("PRIMARY KEY", table.primaryKey()));
        }
        table.uniques().forEach(unique -> statements.add(key("UNIQUE", unique)));
        table.checks().stream()
                .filter(check -> !CreateInheritance.isFromParent(table, check))
                .forEach(check -> statements.add(check(check)));
        table.indexes().forEach(index -> statements.add(index(index)));
        return statements;
    }

    List<Statement> foreignKeys() {
        return table.foreignKeys().stream()
                .map(key -> constraint("", key.name(), foreignKey(key), "foreign key"))
                .toList();
    }

    /** Checks that must be there before a parent's are: PostgreSQL takes them for one, but not the other way round. */
    List<Statement> earlyChecks() {
        return table.checks().stream()
                .filter(check -> CreateInheritance.isSharedWithParent(table, check))
                .map(this::check)
                .toList();
    }

    private Statement key(String kind, Key key) {
        String definition =
                key.definition() == null ? kind + " (" + Quoting.names(key.columns()) + ")" : key.definition();
        return constraint("ONLY ", key.name(), definition, kind.equals("UNIQUE") ? "unique constraint" : "primary key");
    }

    private Statement check(Check check) {
        String definition =
                check.definition() == null ? "CHECK (" + check.condition().declared() + ")" : check.definition();
        return constraint("", check.name(), definition, "check");
    }

    /** @param only {@code "ONLY "} for what partitions and children do not get by it */
    private Statement constraint(String only, @Nullable String constraintName, String definition, String kind) {
        String named = constraintName == null ? "" : "CONSTRAINT " + Quoting.name(constraintName) + " ";
        return new Statement(
                "ALTER TABLE " + only + name + " ADD " + named + definition,
                kind + (constraintName == null ? "" : " " + constraintName) + " of " + table.name());
    }

    private static String foreignKey(ForeignKey key) {
        String definition = key.definition();
        if (definition == null) {
            return "FOREIGN KEY (" + Quoting.names(key.columns()) + ") REFERENCES " + Quoting.name(key.parent()) + " ("
                    + Quoting.names(key.parentColumns()) + ")" + actions(key) + checking(key);
        }
        List<SqlToken> tokens = SqlTokens.of(definition);
        int references = position(tokens, 0, token -> token.isWord("references"));
        int parentEnd = position(tokens, references, token -> token.isSymbol("("));
        return definition.substring(0, tokens.get(references).start()) + "REFERENCES " + Quoting.name(key.parent())
                + definition.substring(tokens.get(parentEnd).start());
    }

    private static String actions(ForeignKey key) {
        return " ON UPDATE " + key.onUpdate().sql() + " ON DELETE "
                + key.onDelete().sql();
    }

    private static String checking(ForeignKey key) {
        return switch (key.checking()) {
            case IMMEDIATE -> "";
            case DEFERRABLE -> " DEFERRABLE";
            case DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private Statement index(Index index) {
        String sql = "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + Quoting.name(index.name()) + " ON ONLY "
                + name + " " + (index.definition() == null ? generated(index) : verbatim(index.definition()));
        return new Statement(sql, "index " + index.name() + " of " + table.name());
    }

    /** From {@code USING} on. */
    private static String verbatim(String definition) {
        List<SqlToken> tokens = SqlTokens.of(definition);
        int using = position(tokens, 0, token -> token.isWord("using"));
        return definition.substring(tokens.get(using).start());
    }

    private static String generated(Index index) {
        String parts = index.parts().stream().map(CreateKeys::part).collect(Collectors.joining(", "));
        return "USING " + index.method() + " (" + parts + ")"
                + (index.where() == null ? "" : " WHERE " + index.where().declared());
    }

    private static String part(Index.Part part) {
        String what = part.expression() != null
                ? "(" + part.expression().declared() + ")"
                : Quoting.name(part.column() == null ? "" : part.column());
        String nulls = part.nullsFirst() == part.descending() ? "" : part.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
        return what
                + (part.collation() == null ? "" : " COLLATE " + Quoting.name(part.collation()))
                + (part.descending() ? " DESC" : "")
                + nulls;
    }

    private static int position(List<SqlToken> tokens, int from, Predicate<SqlToken> wanted) {
        int position = from;
        while (!wanted.test(tokens.get(position))) {
            position++;
        }
        return position;
    }
}

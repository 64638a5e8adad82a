package io.github.dbsync.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Thinks up SQLite databases. */
final class SqliteSamples {

    private static final List<String> DEFAULTS = List.of(
            "0",
            "-1.5",
            "'it''s'",
            "\"foo\"",
            "NULL",
            "TRUE",
            "CURRENT_TIMESTAMP",
            "(datetime('now'))",
            "x'00ff'",
            "(1 + 1)",
            "(abs(-1))",
            "+7",
            "''",
            "CURRENT_DATE",
            "9223372036854775807",
            "1e999",
            "(lower('A') || 'b')",
            "0x10");
    private static final List<String> ACTIONS =
            List.of("", "", " ON DELETE CASCADE", " ON UPDATE SET NULL", " ON DELETE SET DEFAULT ON UPDATE NO ACTION");

    private final Dice dice;
    private final Names names;

    private SqliteSamples(Dice dice) {
        this.dice = dice;
        this.names = new Names(dice);
    }

    static Sample of(long seed) {
        return new SqliteSamples(new Dice(seed)).sample();
    }

    private Sample sample() {
        List<TableDraft> drafts = new ArrayList<>();
        int count = dice.between(1, 3);
        for (int table = 0; table < count; table++) {
            drafts.add(table());
        }
        drafts.forEach(draft -> addReference(draft, dice.oneOf(drafts)));
        List<SampleTable> tables =
                drafts.stream().map(draft -> draft.finish(dice)).toList();
        List<String> after = new ArrayList<>();
        drafts.forEach(draft -> after.addAll(draft.indexes(dice, names, this::indexed, SqliteSamples::conditions)));
        drafts.forEach(draft -> addAfterthoughts(draft, after));
        if (dice.chance(30)) {
            after.add("ANALYZE");
        }
        return new Sample(settings(), tables, after);
    }

    private List<String> settings() {
        return dice.some(
                2,
                List.of(
                        "PRAGMA encoding = 'UTF-16le'",
                        "PRAGMA page_size = 512",
                        "PRAGMA user_version = -5",
                        "PRAGMA application_id = 2147483647",
                        "PRAGMA auto_vacuum = 2"));
    }

    private TableDraft table() {
        TableDraft table = new TableDraft(names.next());
        int columns = dice.between(1, 4);
        for (int column = 0; column < columns; column++) {
            addColumn(table);
        }
        addKey(table);
        if (dice.chance(25)) {
            addGenerated(table);
        }
        return table;
    }

    private void addColumn(TableDraft table) {
        String name = names.next();
        Map.Entry<String, List<String>> type = dice.oneOf(SqliteLiterals.TYPES);
        List<String> literals =
                new ArrayList<>(dice.chance(85) ? type.getValue() : dice.oneOf(SqliteLiterals.FAMILIES));
        if (dice.chance(2)) {
            literals.addAll(dice.oneOf(SqliteLiterals.FAMILIES));
        }
        table.add(name, definition(name, type.getKey()), literals);
    }

    private List<String> definition(String name, String type) {
        List<String> definition = new ArrayList<>(List.of(type));
        if (dice.chance(15)) {
            definition.add("NOT NULL");
        }
        if (dice.chance(25)) {
            definition.add("DEFAULT " + dice.oneOf(DEFAULTS));
        }
        if (dice.chance(10)) {
            definition.add("COLLATE " + dice.oneOf(List.of("NOCASE", "RTRIM", "BINARY")));
        }
        if (dice.chance(15)) {
            definition.add("CHECK (" + dice.oneOf(conditions(name)) + ")");
        }
        return definition;
    }

    private static List<String> conditions(String column) {
        return List.of(
                column + " IS NOT NULL",
                "length(" + column + ") < 100000",
                column + " <> 'zz'",
                column + " >= 0",
                "typeof(" + column + ") <> 'x'",
                column + " IN (0, 1) OR " + column + " NOT IN ('q')",
                "NOT (" + column + " BETWEEN 3 AND 4)",
                column + " NOT LIKE 'zzz%'",
                column + " = " + column + " COLLATE NOCASE",
                "coalesce(" + column + ", 0) > -100");
    }

    private void addKey(TableDraft table) {
        switch (dice.between(0, 5)) {
            case 0 -> table.clauses.add("CHECK (1)");
            case 1 -> addRowidKey(table, "PRIMARY KEY");
            case 2 -> addRowidKey(table, "PRIMARY KEY AUTOINCREMENT");
            case 3 -> addRowidKey(table, "NOT NULL PRIMARY KEY DESC");
            case 4 -> addKeyClause(table, "PRIMARY KEY");
            default -> addKeyClause(table, "UNIQUE");
        }
    }

    private void addRowidKey(TableDraft table, String clause) {
        String name = names.next();
        table.add(name, List.of("INTEGER", clause), SqliteLiterals.INTEGERS);
        table.key.add(name);
    }

    private void addKeyClause(TableDraft table, String kind) {
        List<String> columns = dice.some(dice.between(1, 2), List.copyOf(table.columns.keySet()));
        table.key.addAll(columns);
        table.clauses.add("CONSTRAINT " + names.next() + " " + kind + " " + table.keyList());
        if (kind.equals("PRIMARY KEY") && dice.chance(40)) {
            table.options = " WITHOUT ROWID";
        }
    }

    private void addGenerated(TableDraft table) {
        String of = dice.oneOf(List.copyOf(table.columns.keySet()));
        String expression = dice.oneOf(List.of(of + " || 'x'", "length(" + of + ")", "hex(" + of + ")", of, "1 + 2"));
        String stored = dice.oneOf(List.of("STORED", "VIRTUAL"));
        table.add(
                names.next(),
                List.of(dice.oneOf(List.of("TEXT", "INTEGER", "")), "AS (" + expression + ") " + stored),
                List.of());
    }

    private void addReference(TableDraft child, TableDraft parent) {
        if (parent.key.isEmpty() || dice.chance(40)) {
            return;
        }
        boolean byName = parent.clauses.stream().anyMatch(clause -> clause.contains("UNIQUE")) || dice.chance(60);
        String start = child.addReference(parent, names);
        String deferred = dice.chance(20) ? " DEFERRABLE INITIALLY DEFERRED" : "";
        child.clauses.add(start + (byName ? parent.keyList() : "") + dice.oneOf(ACTIONS) + deferred);
    }

    private String indexed(String column) {
        return dice.oneOf(List.of(
                column,
                column,
                column + " DESC",
                column + " COLLATE NOCASE",
                "lower(" + column + ")",
                "length(" + column + ") DESC",
                "abs(" + column + ")",
                column + " || 'y'"));
    }

    private void addAfterthoughts(TableDraft table, List<String> after) {
        if (dice.chance(15)) {
            after.add("CREATE VIEW " + names.next() + " AS SELECT * FROM " + table.name);
        }
        if (dice.chance(20)) {
            String column = dice.oneOf(List.copyOf(table.columns.keySet()));
            after.add(withoutGreatest(table.name, column));
        }
        if (dice.chance(10)) {
            after.add("ALTER TABLE " + table.name + " ADD COLUMN " + names.next() + " TEXT DEFAULT 'added'");
        }
        if (dice.chance(5)) {
            after.add("CREATE TRIGGER " + names.next() + " AFTER INSERT ON " + table.name + " BEGIN SELECT 1; END");
        }
    }

    private static String withoutGreatest(String table, String key) {
        return "DELETE FROM " + table + " WHERE " + key + " = (SELECT max(" + key + ") FROM " + table + ")";
    }
}

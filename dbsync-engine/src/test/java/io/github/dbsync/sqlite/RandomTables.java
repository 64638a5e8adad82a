package io.github.dbsync.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Thinks up a SQLite database whose tables can be written as pages: every format of the file, keys of all kinds, indexes in all
 * orders, rows of all lengths. The same one for the same seed.
 */
final class RandomTables {

    private static final List<String> STRICT_TYPES = List.of("INTEGER", "REAL", "TEXT", "BLOB");
    private static final List<String> TYPES =
            List.of("INTEGER", "REAL", "TEXT", "BLOB", "NUMERIC", "VARCHAR", "DOUBLE");

    private final Random random;
    private final int pageSize;
    private final List<String> statements = new ArrayList<>();

    RandomTables(long seed) {
        this.random = new Random(seed);
        this.pageSize = 512 << random.nextInt(8);
    }

    /** The statements that make it. */
    List<String> statements() {
        statements.add("PRAGMA page_size = " + pageSize);
        statements.add("PRAGMA encoding = '" + oneOf("UTF-8", "UTF-8", "UTF-16le", "UTF-16be") + "'");
        statements.add("PRAGMA auto_vacuum = " + random.nextInt(3));
        statements.add("BEGIN");
        int tables = 1 + random.nextInt(3);
        for (int i = 0; i < tables; i++) {
            addTable("t" + i);
        }
        statements.add("COMMIT");
        return List.copyOf(statements);
    }

    private void addTable(String name) {
        boolean strict = random.nextInt(4) == 0;
        boolean withoutRowid = random.nextInt(2) == 0;
        List<String> types = new ArrayList<>();
        int columns = 1 + random.nextInt(5);
        for (int i = 0; i < columns; i++) {
            types.add(i == 0 && !withoutRowid ? "INTEGER" : oneOf(strict ? STRICT_TYPES : TYPES));
        }
        String declared = IntStream.range(0, columns)
                .mapToObj(i -> "c" + i + " " + types.get(i) + collation() + (random.nextInt(4) == 0 ? " UNIQUE" : ""))
                .collect(Collectors.joining(", "));
        statements.add("CREATE TABLE " + name + " (" + declared + key(columns, withoutRowid) + ")"
                + options(strict, withoutRowid));
        int indexes = random.nextInt(3);
        for (int i = 0; i < indexes; i++) {
            statements.add("CREATE INDEX " + name + "_" + i + " ON " + name + " (" + values(columns) + ")");
        }
        int rows = List.of(0, 3, 40, 600).get(random.nextInt(4));
        for (int i = 0; i < rows; i++) {
            String values = types.stream().map(this::literal).collect(Collectors.joining(", "));
            statements.add("INSERT OR IGNORE INTO " + name + " VALUES (" + values + ")");
        }
    }

    private String key(int columns, boolean withoutRowid) {
        if (!withoutRowid && random.nextInt(3) == 0) {
            return "";
        }
        return ", PRIMARY KEY (" + (withoutRowid || random.nextBoolean() ? values(columns) : "c0") + ")";
    }

    private static String options(boolean strict, boolean withoutRowid) {
        return (strict ? " STRICT" : "") + (strict && withoutRowid ? "," : "") + (withoutRowid ? " WITHOUT ROWID" : "");
    }

    /** Some columns, each in an order of its own. */
    private String values(int columns) {
        int first = random.nextInt(columns);
        int count = 1 + random.nextInt(columns);
        return IntStream.range(first, first + count)
                .mapToObj(i -> "c" + i % columns + collation() + oneOf("", "", " DESC"))
                .collect(Collectors.joining(", "));
    }

    private String collation() {
        return oneOf("", "", "", " COLLATE NOCASE", " COLLATE RTRIM", " COLLATE BINARY");
    }

    private String literal(String type) {
        if (random.nextInt(10) == 0) {
            return "NULL";
        }
        return switch (type) {
            case "INTEGER" -> String.valueOf(random.nextLong() >> random.nextInt(64));
            case "REAL", "DOUBLE" -> oneOf(random.nextInt(9) + ".0", String.valueOf(random.nextGaussian()), "-1e300");
            case "NUMERIC" -> oneOf(String.valueOf(random.nextInt(300)), random.nextInt(50) / 4.0 + "");
            case "BLOB" -> oneOf("x'" + "00ff7f".repeat(random.nextInt(3)) + "'", "zeroblob(" + length() + ")");
            default ->
                "'" + oneOf("a", "A", "é", "😀", "") + random.nextInt(200) + oneOf("", " ", "  ", "Z", "z")
                        + "' || replace(hex(zeroblob(" + length() + ")), '00', '" + oneOf("x", "X", "ä") + "')";
        };
    }

    private int length() {
        return switch (random.nextInt(40)) {
            case 0 -> pageSize + random.nextInt(2 * Math.min(pageSize, 4096));
            case 1, 2 -> pageSize / 4 - 20 + random.nextInt(40);
            default -> random.nextInt(6);
        };
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

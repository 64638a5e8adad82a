package io.github.dbsync.property;

import java.util.List;
import java.util.Map;

/** Values that SQLite can store, as SQL, and types that it can be told. */
final class SqliteLiterals {

    static final List<String> INTEGERS = List.of(
            "0",
            "1",
            "-1",
            "7",
            "255",
            "32767",
            "-32768",
            "32768",
            "2147483647",
            "-2147483648",
            "2147483648",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775808",
            "1700000000000");
    static final List<String> SMALL_INTEGERS = List.of("0", "1", "-1", "2", "3", "4", "5", "32767", "-32768", "42");
    static final List<String> REALS = List.of(
            "0.0",
            "-0.0",
            "1.0",
            "1.5",
            "-2.25",
            "0.1",
            "1e15",
            "1e16",
            "9007199254740993.0",
            "1e100",
            "-1e308",
            "1.7976931348623157e308",
            "2.2250738585072014e-308",
            "4.9e-324",
            "9e999",
            "-9e999",
            "123456789.125");
    static final List<String> TEXTS = List.of(
            "''",
            "' '",
            "'a'",
            "'A'",
            "'a '",
            "'it''s'",
            "'\"'",
            "'\\'",
            "'\\N'",
            "'\\.'",
            "'\\\\x00'",
            "',;'",
            "'007'",
            "'1e5'",
            "' 1'",
            "'NULL'",
            "'ünïcödé'",
            "'e' || char(769)",
            "'😀'",
            "char(1114111)",
            "char(65279) || 'bom'",
            "'a' || char(9) || 'b'",
            "'l1' || char(10) || 'l2'",
            "'cr' || char(13)",
            "char(1)",
            "char(127)",
            "char(133)",
            "replace(hex(zeroblob(3000)), '00', 'lång')",
            "'{\"a\": \"\\u0041\"}'",
            "'%s $1 ? :p {d}'");
    static final List<String> BLOBS = List.of(
            "x''",
            "x'00'",
            "x'ff'",
            "x'5c'",
            "x'414243'",
            "x'7ff8000000000000'",
            "x'8000000000000000'",
            "zeroblob(5000)",
            "x'0a0d09'",
            "x'c3'");

    private static final List<String> NUMBERS =
            List.of("0", "1", "-7", "1.5", "-0.25", "99999.99", "12345678", "0.01", "1e3");
    private static final List<String> DATES =
            List.of("'2024-02-29'", "'1970-01-01'", "'0001-01-01'", "'9999-12-31'", "'2000-01-01'", "'1999-12-31'");
    private static final List<String> TIMES =
            List.of("'00:00:00'", "'23:59:59'", "'12:34:56'", "'23:59:59'", "'01:02:03'");
    private static final List<String> MOMENTS =
            List.of("'2024-02-29 12:34:56'", "'1970-01-01 00:00:00'", "'0001-01-01 00:00:00'", "'9999-12-31 23:59:59'");
    private static final List<String> JAVASCRIPT_MOMENTS = List.of(
            "'2024-02-29T12:34:56.789Z'",
            "'1970-01-01T00:00:00.000Z'",
            "'0001-01-01T00:00:00.001Z'",
            "'9999-12-31T23:59:59.999Z'");
    private static final List<String> UUIDS = List.of(
            "'00000000-0000-0000-0000-000000000000'",
            "'ffffffff-ffff-ffff-ffff-ffffffffffff'",
            "'1e500000-0000-0000-0000-000000000001'");
    private static final List<String> BOOLEANS = List.of("0", "1");

    /** Families of values, for columns that do not keep what their type promises. */
    static final List<List<String>> FAMILIES =
            List.of(INTEGERS, REALS, TEXTS, BLOBS, NUMBERS, DATES, TIMES, MOMENTS, JAVASCRIPT_MOMENTS, UUIDS, BOOLEANS);

    /** Declared types with values that keep their promise. */
    static final List<Map.Entry<String, List<String>>> TYPES = List.of(
            Map.entry("INTEGER", INTEGERS),
            Map.entry("INT", INTEGERS),
            Map.entry("BIGINT", INTEGERS),
            Map.entry("unsigned big int", INTEGERS),
            Map.entry("SMALLINT", SMALL_INTEGERS),
            Map.entry("int4", SMALL_INTEGERS),
            Map.entry("BOOLEAN", BOOLEANS),
            Map.entry("REAL", REALS),
            Map.entry("DOUBLE PRECISION", REALS),
            Map.entry("float", REALS),
            Map.entry("NUMERIC", NUMBERS),
            Map.entry("DECIMAL(10,2)", NUMBERS),
            Map.entry("NUMERIC(8, 3)", NUMBERS),
            Map.entry("money", NUMBERS),
            Map.entry("TEXT", TEXTS),
            Map.entry("TEXT", TEXTS),
            Map.entry("VARCHAR(10)", TEXTS),
            Map.entry("NVARCHAR(4000)", TEXTS),
            Map.entry("CHAR(5)", TEXTS),
            Map.entry("clob", TEXTS),
            Map.entry("JSON", TEXTS),
            Map.entry("DATE", DATES),
            Map.entry("TIME", TIMES),
            Map.entry("DATETIME", MOMENTS),
            Map.entry("DATETIME", JAVASCRIPT_MOMENTS),
            Map.entry("TIMESTAMP", MOMENTS),
            Map.entry("TIMESTAMPTZ", JAVASCRIPT_MOMENTS),
            Map.entry("UUID", UUIDS),
            Map.entry("BLOB", BLOBS),
            Map.entry("", BLOBS),
            Map.entry("", TEXTS),
            Map.entry("ANY", REALS),
            Map.entry("\"odd type\"", TEXTS),
            Map.entry("[]", INTEGERS));

    private SqliteLiterals() {}
}

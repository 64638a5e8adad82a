package io.github.dbsync.property;

import java.util.List;

/** Types of PostgreSQL with values that are awkward. */
final class PostgresLiterals {

    /**
     * A type.
     *
     * @param sql its name
     * @param literals values of it, as SQL
     * @param ordered whether it can be part of a key
     */
    record Type(String sql, List<String> literals, boolean ordered) {}

    /** What some of the types need. */
    static final List<String> SETUP = List.of(
            "CREATE TYPE \"mo od\" AS ENUM ('z', 'a', 'it''s', 'Z')",
            "CREATE DOMAIN positive AS numeric(10,2) DEFAULT 1 CHECK (VALUE > 0)",
            "CREATE TYPE pair AS (x int, \"y z\" text)",
            "CREATE SCHEMA \"Other s\"");

    private static final List<String> TEXTS = List.of(
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
            "'007'",
            "'1e5'",
            "'NULL'",
            "'é'",
            "U&'e\\0301'",
            "'😀'",
            "U&'\\+10FFFF'",
            "U&'\\FEFFx'",
            "E'a\\tb'",
            "E'l1\\nl2'",
            "E'cr\\r'",
            "E'\\x01'",
            "E'\\x7f'",
            "U&'\\0085'",
            "repeat('lång', 3000)");
    private static final List<String> SHORT_TEXTS =
            List.of("''", "'a'", "'A '", "'é'", "'it''s'", "'😀'", "' x'", "'\\N'");

    static final List<Type> TYPES = List.of(
            new Type("smallint", List.of("0", "-1", "32767", "-32768"), true),
            new Type("integer", List.of("0", "1", "-1", "2147483647", "-2147483648"), true),
            new Type(
                    "bigint",
                    List.of("0", "1", "9223372036854775807", "'-9223372036854775808'", "9007199254740993"),
                    true),
            new Type(
                    "numeric",
                    List.of(
                            "0",
                            "0.00",
                            "-1.50",
                            "'NaN'",
                            "'Infinity'",
                            "'-Infinity'",
                            "1e100",
                            "1e-20",
                            "123456789012345678901234567890.12345",
                            "100"),
                    true),
            new Type("numeric(12,2)", List.of("0", "-0.01", "1.5", "9999999999.99", "'NaN'"), true),
            new Type("numeric(3,-2)", List.of("0", "100", "-99900"), true),
            new Type(
                    "real",
                    List.of(
                            "0",
                            "'-0'",
                            "0.1",
                            "'NaN'",
                            "'Infinity'",
                            "'-Infinity'",
                            "1e-45",
                            "3.4028235e38",
                            "16777217"),
                    true),
            new Type(
                    "double precision",
                    List.of(
                            "0",
                            "'-0'",
                            "0.1",
                            "'NaN'",
                            "'Infinity'",
                            "'-Infinity'",
                            "5e-324",
                            "1.7976931348623157e308",
                            "9007199254740993",
                            "1e15",
                            "1e16"),
                    true),
            new Type("boolean", List.of("true", "false"), true),
            new Type("text", TEXTS, true),
            new Type("text", TEXTS, true),
            new Type("text COLLATE \"C\"", TEXTS, true),
            new Type("varchar(12)", SHORT_TEXTS, true),
            new Type("varchar", TEXTS, true),
            new Type("char(5)", SHORT_TEXTS, true),
            new Type("\"char\"", List.of("''", "'a'", "'\\'", "' '"), true),
            new Type("name", List.of("''", "'a'", "'007'"), true),
            new Type(
                    "bytea",
                    List.of(
                            "''",
                            "'\\x00'",
                            "'\\xff5c27'",
                            "'\\x7ff8000000000000'",
                            "'\\x8000000000000000'",
                            "decode(repeat('00ff', 3000), 'hex')"),
                    true),
            new Type(
                    "date",
                    List.of(
                            "'2024-02-29'",
                            "'infinity'",
                            "'-infinity'",
                            "'0044-03-15 BC'",
                            "'5874897-12-31'",
                            "'4714-11-24 BC'",
                            "'2000-01-01'",
                            "'0001-01-01'"),
                    true),
            new Type("time", List.of("'00:00'", "'24:00'", "'23:59:59.999999'", "'12:34:56.5'"), true),
            new Type("time(3)", List.of("'00:00'", "'24:00'", "'23:59:59.999'"), true),
            new Type("timetz", List.of("'12:00+02'", "'00:00-12:30'", "'24:00+15:59'"), true),
            new Type(
                    "timestamp",
                    List.of(
                            "'2024-02-29 12:34:56.789012'",
                            "'infinity'",
                            "'-infinity'",
                            "'0044-03-15 12:00 BC'",
                            "'294276-12-31 23:59:59.999999'",
                            "'4714-11-24 00:00 BC'",
                            "'1999-12-31 23:59:59.999999'"),
                    true),
            new Type("timestamp(0)", List.of("'2024-02-29 12:34:56'", "'infinity'"), true),
            new Type(
                    "timestamptz",
                    List.of(
                            "'2024-02-29 12:34:56.789012+05:30'",
                            "'infinity'",
                            "'-infinity'",
                            "'0044-03-15 12:00+00 BC'",
                            "'294276-12-31 23:59:59.999999+00'",
                            "'1970-01-01 00:00+00'"),
                    true),
            new Type(
                    "interval",
                    List.of("'1 year 2 days 03:04:05.6'", "'-1 mon'", "'0'", "'-178000000 years'", "'1 mon -1 day'"),
                    true),
            new Type(
                    "uuid",
                    List.of("'1e500000-0000-0000-0000-000000000001'", "'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'"),
                    true),
            new Type(
                    "json",
                    List.of("'{ \"a\" : 1, \"a\": 2}'", "'null'", "'\"\\u0000\"'", "'[1.0, 1e2]'", "'\"é😀\"'"),
                    false),
            new Type("jsonb", List.of("'{\"b\": 1.0, \"a\": []}'", "'null'", "'\"x\"'", "'1e3'"), true),
            new Type("integer[]", List.of("'{}'", "'{1,NULL}'", "'[2:3]={1,2}'", "'{{1,2},{3,4}}'"), true),
            new Type("text[]", List.of("'{}'", "'{\"\",NULL,\"NULL\",\"a,b\",\"q\\\"\",\"\\\\\"}'"), true),
            new Type("\"mo od\"", List.of("'z'", "'a'", "'it''s'", "'Z'"), true),
            new Type("\"mo od\"[]", List.of("'{z,NULL}'"), true),
            new Type("positive", List.of("1", "0.01"), true),
            new Type("pair", List.of("'(1,\"a b\")'", "'(,)'", "'(,\"\")'"), true),
            new Type("inet", List.of("'10.0.0.1/8'", "'::1'"), true),
            new Type("cidr", List.of("'10.0.0.0/8'", "'::/0'"), true),
            new Type("macaddr", List.of("'08:00:2b:01:02:03'"), true),
            new Type("bit(8)", List.of("'00001111'", "'10000000'"), true),
            new Type("bit varying", List.of("''", "'0'", "'101'"), true),
            new Type("int4range", List.of("'[1,5)'", "'empty'", "'(,)'"), true),
            new Type("tstzrange", List.of("'[2024-01-01 00:00+00,)'", "'empty'"), true),
            new Type("int8multirange", List.of("'{}'", "'{[1,3),[5,7)}'"), true),
            new Type("money", List.of("'1.00'", "'-5.55'", "'92233720368547758.07'"), true),
            new Type("oid", List.of("0", "4294967295"), true),
            new Type("pg_lsn", List.of("'0/0'", "'FFFFFFFF/FFFFFFFF'"), true),
            new Type("tsvector", List.of("'a:1 b:2A'", "''"), true),
            new Type("point", List.of("'(1,2)'", "'(0,-0)'", "'(NaN,Infinity)'"), false),
            new Type("xml", List.of("'<a/>'", "'text'"), false));

    private PostgresLiterals() {}
}

-- What PostgreSQL 16 brought.
CREATE TABLE stored (a text STORAGE EXTERNAL, b int DEFAULT 0x1F, c bigint DEFAULT 1_000_000, d text CHECK (d IS JSON OBJECT WITH UNIQUE KEYS));
INSERT INTO stored VALUES ('a', 1, 2, '{"a": 1}');
CREATE STATISTICS ON a, b FROM stored;
CREATE VIEW built AS SELECT json_object('a' : b RETURNING jsonb) AS o, any_value(c) AS c FROM stored GROUP BY b;
CREATE FUNCTION undressed(text) RETURNS text LANGUAGE sql IMMUTABLE RETURN pg_catalog.btrim($1, 'x');

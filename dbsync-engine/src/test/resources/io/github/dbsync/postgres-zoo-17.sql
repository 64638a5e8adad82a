-- What PostgreSQL 17 brought.
CREATE TABLE endless (id int PRIMARY KEY, i interval, r tstzrange);
INSERT INTO endless VALUES (1, 'infinity', '(,infinity)'), (2, '-infinity', '[-infinity,infinity]');
CREATE VIEW tabled AS SELECT t.* FROM stored, json_table(stored.d, '$' COLUMNS (a int PATH '$.a')) t;
CREATE VIEW lasting AS SELECT json_exists(d::jsonb, '$.a') AS there, json_value(d::jsonb, '$.a' RETURNING int) AS a FROM stored;
CREATE MATERIALIZED VIEW counted_endless AS SELECT count(*) FROM endless WITH NO DATA;

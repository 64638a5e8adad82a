-- A schema in the manner of PostgreSQL's own regression tests. Each group stands alone. Where its heading says "refused", dbsync
-- refuses it by the name that follows; every other one comes home as it was, alone and together with the rest.

-- == functions
CREATE SCHEMA fn;
CREATE TABLE fn.items (id int PRIMARY KEY, name text, price numeric(8,2));
INSERT INTO fn.items VALUES (1, 'one', 1.50), (2, NULL, 2.00);
CREATE FUNCTION fn.doubled(int) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 7 AS 'SELECT $1 * 2';
CREATE FUNCTION fn.expensive(item fn.items, OUT cost numeric, OUT label text) LANGUAGE plpgsql STABLE AS $f$
BEGIN
  cost := item.price; label := 'it''s ; ' || item.name;
END $f$;
CREATE FUNCTION fn.listed(VARIADIC names text[] DEFAULT '{a,b}') RETURNS TABLE (n text, i bigint) LANGUAGE sql ROWS 5 AS
  'SELECT * FROM unnest(names) WITH ORDINALITY';
CREATE FUNCTION fn.careful() RETURNS text LANGUAGE plpgsql SECURITY DEFINER LEAKPROOF SET search_path TO fn, pg_temp SET work_mem = '1MB'
  AS 'BEGIN RETURN current_setting(''search_path''); END';
CREATE FUNCTION fn.numbered() RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE AS 'window_row_number';
CREATE FUNCTION fn.any_first(anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1[1]';
CREATE PROCEDURE fn.renumber(INOUT from_id int) LANGUAGE plpgsql AS 'BEGIN UPDATE fn.items SET id = id + from_id; COMMIT; END';
CREATE FUNCTION fn."Odd ""Name"""("a b" int = 1) RETURNS SETOF fn.items LANGUAGE sql AS 'SELECT * FROM fn.items';

-- == aggregates
CREATE SCHEMA agg;
CREATE TABLE agg.numbers (n int);
INSERT INTO agg.numbers SELECT generate_series(1, 5);
CREATE FUNCTION agg.plus(bigint, int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + coalesce($2, 0)';
CREATE FUNCTION agg.minus(bigint, int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 - coalesce($2, 0)';
CREATE FUNCTION agg.finished(bigint) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
CREATE AGGREGATE agg.total(int) (SFUNC = agg.plus, STYPE = bigint, FINALFUNC = agg.finished, INITCOND = '0', COMBINEFUNC = int8pl,
  MSFUNC = agg.plus, MINVFUNC = agg.minus, MSTYPE = bigint, MINITCOND = '0', MFINALFUNC = agg.finished, PARALLEL = SAFE);
CREATE AGGREGATE agg.counted(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
CREATE AGGREGATE agg.smallest(int) (SFUNC = int4smaller, STYPE = int, SORTOP = <);
CREATE AGGREGATE agg.percentile(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal,
  FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
CREATE AGGREGATE agg.ranked(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal,
  FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
CREATE VIEW agg.sums AS SELECT agg.total(n), agg.counted(*), agg.smallest(n) FROM agg.numbers;
COMMENT ON AGGREGATE agg.counted(*) IS 'counts';
COMMENT ON AGGREGATE agg.percentile(float8 ORDER BY anyelement) IS 'ordered set';

-- == operators
CREATE SCHEMA op;
CREATE TABLE op.pairs (a int, b int, same boolean);
INSERT INTO op.pairs VALUES (1, 1, true), (1, 2, false);
CREATE FUNCTION op.same(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE FUNCTION op.other(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> $2';
CREATE FUNCTION op.twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
CREATE OPERATOR op.=== (FUNCTION = op.same, LEFTARG = int, RIGHTARG = int, COMMUTATOR = OPERATOR(op.===), NEGATOR = OPERATOR(op.!==),
  RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR op.!== (FUNCTION = op.other, LEFTARG = int, RIGHTARG = int, COMMUTATOR = OPERATOR(op.!==), NEGATOR = OPERATOR(op.===),
  RESTRICT = neqsel, JOIN = neqjoinsel);
CREATE OPERATOR op.@#@ (FUNCTION = op.twice, RIGHTARG = int);
CREATE OPERATOR op.<<<| (FUNCTION = op.same, LEFTARG = int, RIGHTARG = int, COMMUTATOR = OPERATOR(op.|>>>));
COMMENT ON OPERATOR op.=== (int, int) IS 'the same';
COMMENT ON OPERATOR op.@#@ (NONE, int) IS 'twice';
CREATE VIEW op.equal AS SELECT a, b FROM op.pairs WHERE a OPERATOR(op.===) b;
ALTER TABLE op.pairs ADD CONSTRAINT told CHECK (same = (a OPERATOR(op.===) b));

-- == operator classes
CREATE SCHEMA oc;
CREATE FUNCTION oc.backwards(int, int) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS 'SELECT btint4cmp($2, $1)';
CREATE OPERATOR CLASS oc.int4_backwards FOR TYPE int USING btree AS OPERATOR 1 > , OPERATOR 2 >= , OPERATOR 3 = , OPERATOR 4 <= ,
  OPERATOR 5 < , FUNCTION 1 oc.backwards(int, int);
CREATE OPERATOR FAMILY oc.numbers USING btree;
CREATE OPERATOR CLASS oc.int8_numbers FOR TYPE bigint USING btree FAMILY oc.numbers AS OPERATOR 1 < , OPERATOR 2 <= , OPERATOR 3 = ,
  OPERATOR 4 >= , OPERATOR 5 > , FUNCTION 1 btint8cmp(bigint, bigint);
ALTER OPERATOR FAMILY oc.numbers USING btree ADD OPERATOR 1 < (bigint, int), OPERATOR 2 <= (bigint, int), OPERATOR 3 = (bigint, int),
  OPERATOR 4 >= (bigint, int), OPERATOR 5 > (bigint, int), FUNCTION 1 (bigint, int) btint84cmp(bigint, int);
CREATE OPERATOR CLASS oc.stored FOR TYPE int4 USING gist AS STORAGE int8;
CREATE OPERATOR FAMILY oc.empty USING hash;
COMMENT ON OPERATOR CLASS oc.int4_backwards USING btree IS 'backwards';
COMMENT ON OPERATOR FAMILY oc.empty USING hash IS 'nothing';
CREATE TABLE oc.t (i int, b bigint);
INSERT INTO oc.t VALUES (3, 4), (1, 2);
CREATE INDEX t_backwards ON oc.t (i oc.int4_backwards);
CREATE UNIQUE INDEX t_numbers ON oc.t (b oc.int8_numbers DESC);

-- == casts
CREATE SCHEMA ca;
CREATE TYPE ca.pair AS (a int, b int);
CREATE TYPE ca.color AS ENUM ('red', 'green');
CREATE FUNCTION ca.first(ca.pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a';
CREATE CAST (ca.pair AS int) WITH FUNCTION ca.first(ca.pair) AS ASSIGNMENT;
CREATE CAST (ca.pair AS text) WITH INOUT;
CREATE CAST (text AS ca.color) WITH INOUT AS IMPLICIT;
COMMENT ON CAST (ca.pair AS int) IS 'the first of it';
CREATE TABLE ca.t (p ca.pair, c ca.color, first int GENERATED ALWAYS AS ((p)::int) STORED);
INSERT INTO ca.t VALUES ('(1,2)', 'green');

-- == types
CREATE SCHEMA ty;
CREATE FUNCTION ty.gap(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE TYPE ty.span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = ty.gap, MULTIRANGE_TYPE_NAME = ty.spans);
CREATE TYPE ty.words AS RANGE (SUBTYPE = text, COLLATION = "C");
CREATE TYPE ty.steps;
CREATE FUNCTION ty.step(ty.steps) RETURNS ty.steps LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE ty.steps AS RANGE (SUBTYPE = int, CANONICAL = ty.step);
CREATE TYPE ty.whole;
CREATE FUNCTION ty.whole_in(cstring) RETURNS ty.whole LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION ty.whole_out(ty.whole) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE ty.whole (INPUT = ty.whole_in, OUTPUT = ty.whole_out, LIKE = int4, CATEGORY = 'N', DEFAULT = '42');
CREATE TYPE ty.phrase;
CREATE FUNCTION ty.phrase_in(cstring) RETURNS ty.phrase LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION ty.phrase_out(ty.phrase) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE ty.phrase (INPUT = ty.phrase_in, OUTPUT = ty.phrase_out, INTERNALLENGTH = VARIABLE, STORAGE = extended, COLLATABLE = true);
CREATE TYPE ty.promised;
CREATE TYPE ty.none AS ENUM ();
CREATE TYPE ty.nothing AS ();
CREATE TYPE ty.name AS (first text COLLATE "C", last varchar(20));
CREATE DOMAIN ty.positive AS int CONSTRAINT above CHECK (VALUE > 0);
CREATE DOMAIN ty.even AS ty.positive DEFAULT 2 NOT NULL CHECK (VALUE % 2 = 0);
CREATE DOMAIN ty.person AS ty.name CHECK ((VALUE).first IS NOT NULL);
COMMENT ON TYPE ty.span IS 'from to';
COMMENT ON CONSTRAINT above ON DOMAIN ty.positive IS 'more than nothing';
COMMENT ON COLUMN ty.name.first IS 'given';
CREATE TABLE ty.t (s ty.span, m ty.spans, w ty.words, i ty.steps, n ty.whole, p ty.phrase, e ty.even, names ty.name[], who ty.person, evens ty.even[]);
INSERT INTO ty.t VALUES ('[1.5,2.5)', '{[1,2),[3,4)}', '[a,b]', '[1,3]', '7', 'it''s', 4, ARRAY[('a', 'b'), (NULL, 'c')]::ty.name[], ROW('x', NULL)::ty.name, '{2,4}');

-- == collations and conversions
CREATE SCHEMA co;
CREATE COLLATION co.bytes FROM "C";
CREATE COLLATION co.folded (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
CREATE COLLATION co.german (PROVIDER = icu, LOCALE = 'de-DE');
CREATE DEFAULT CONVERSION co.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
COMMENT ON COLLATION co.folded IS 'whatever the case';
COMMENT ON CONVERSION co.latin IS 'of the west';
CREATE TABLE co.t (a text COLLATE co.bytes PRIMARY KEY, b text COLLATE co.folded UNIQUE, c text COLLATE co.german);
INSERT INTO co.t VALUES ('a', 'B', 'ä'), ('A', 'c', 'z');
CREATE INDEX t_c ON co.t (c COLLATE co.folded);

-- == text search
CREATE SCHEMA ts;
CREATE TEXT SEARCH DICTIONARY ts.stems (TEMPLATE = snowball, LANGUAGE = german, STOPWORDS = german);
CREATE TEXT SEARCH DICTIONARY ts.plain (TEMPLATE = pg_catalog.simple, ACCEPT = false);
CREATE TEXT SEARCH TEMPLATE ts.template (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH PARSER ts.parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype,
  HEADLINE = prsd_headline);
CREATE TEXT SEARCH CONFIGURATION ts.config (PARSER = ts.parser);
ALTER TEXT SEARCH CONFIGURATION ts.config ADD MAPPING FOR word, asciiword, int WITH ts.plain, ts.stems;
COMMENT ON TEXT SEARCH CONFIGURATION ts.config IS 'finds';
COMMENT ON TEXT SEARCH DICTIONARY ts.plain IS 'knows';
COMMENT ON TEXT SEARCH PARSER ts.parser IS 'parts';
COMMENT ON TEXT SEARCH TEMPLATE ts.template IS 'shapes';
CREATE TABLE ts.t (body text, found tsvector GENERATED ALWAYS AS (to_tsvector('ts.config', body)) STORED);
INSERT INTO ts.t VALUES ('Die Häuser stehen');
CREATE INDEX t_found ON ts.t USING gin (found);

-- == languages and access methods
CREATE SCHEMA am;
CREATE FUNCTION am.handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION am.inline(internal) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_inline_handler';
CREATE FUNCTION am.validator(oid) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_validator';
CREATE TRUSTED LANGUAGE plother HANDLER am.handler INLINE am.inline VALIDATOR am.validator;
COMMENT ON LANGUAGE plother IS 'another name';
CREATE FUNCTION am.said() RETURNS int LANGUAGE plother AS 'BEGIN RETURN 1; END';
CREATE ACCESS METHOD heap_again TYPE TABLE HANDLER heap_tableam_handler;
CREATE ACCESS METHOD tree_again TYPE INDEX HANDLER bthandler;
COMMENT ON ACCESS METHOD heap_again IS 'heap';
CREATE FUNCTION am.to_sql(internal) RETURNS int LANGUAGE internal IMMUTABLE AS 'int4recv';
CREATE TRANSFORM FOR int LANGUAGE plother (TO SQL WITH FUNCTION am.to_sql(internal));
COMMENT ON TRANSFORM FOR int LANGUAGE plother IS 'over';
CREATE TABLE am.t (id int) USING heap_again;
INSERT INTO am.t VALUES (am.said());

-- == foreign data
CREATE SCHEMA fd;
CREATE EXTENSION postgres_fdw WITH SCHEMA fd;
CREATE FOREIGN DATA WRAPPER nothing OPTIONS (debug 'it''s');
CREATE SERVER elsewhere TYPE 'unknown' VERSION '1' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'db.example', dbname 'shop');
CREATE SERVER nowhere FOREIGN DATA WRAPPER nothing;
CREATE USER MAPPING FOR PUBLIC SERVER elsewhere OPTIONS (user 'reader');
CREATE USER MAPPING FOR CURRENT_USER SERVER nowhere;
COMMENT ON FOREIGN DATA WRAPPER nothing IS 'wraps nothing';
COMMENT ON SERVER elsewhere IS 'far';
CREATE TABLE fd.t (id int);

-- == publications
CREATE SCHEMA pb;
CREATE TABLE pb.a (id int PRIMARY KEY, name text, secret text);
CREATE TABLE pb.b (id int PRIMARY KEY);
INSERT INTO pb.a VALUES (1, 'a', 's');
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION part FOR TABLE pb.a (id, name) WHERE (id > 0), TABLE pb.b WITH (publish = 'insert, update', publish_via_partition_root);
CREATE PUBLICATION nothing_yet WITH (publish = '');
CREATE PUBLICATION of_schema FOR TABLES IN SCHEMA pb;
COMMENT ON PUBLICATION part IS 'some';
ALTER TABLE pb.b REPLICA IDENTITY FULL;

-- == event triggers
CREATE SCHEMA ev;
CREATE TABLE ev.heard (tag text);
CREATE FUNCTION ev.hear() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $f$ BEGIN INSERT INTO ev.heard VALUES (tg_tag); END $f$;
CREATE EVENT TRIGGER hears_all ON ddl_command_end EXECUTE FUNCTION ev.hear();
CREATE EVENT TRIGGER hears_drops ON sql_drop WHEN TAG IN ('DROP TABLE', 'DROP VIEW') EXECUTE FUNCTION ev.hear();
CREATE EVENT TRIGGER hears_always ON ddl_command_start EXECUTE FUNCTION ev.hear();
CREATE EVENT TRIGGER hears_nothing ON ddl_command_start EXECUTE FUNCTION ev.hear();
ALTER EVENT TRIGGER hears_always ENABLE ALWAYS;
ALTER EVENT TRIGGER hears_nothing DISABLE;
COMMENT ON EVENT TRIGGER hears_all IS 'all';

-- == statistics and settings
CREATE SCHEMA st;
CREATE TABLE st.t (id int PRIMARY KEY, a int, b text, c text) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
CREATE UNLOGGED TABLE st.u (id int);
INSERT INTO st.t VALUES (1, 1, 'x', 'y');
CREATE STATISTICS st.together (ndistinct, mcv) ON a, b FROM st.t;
CREATE STATISTICS st.computed ON (a + 1), (lower(b)) FROM st.t;
ALTER STATISTICS st.together SET STATISTICS 500;
COMMENT ON STATISTICS st.together IS 'a with b';
CREATE INDEX t_a ON st.t (a, (lower(b))) WITH (fillfactor = 60);
ALTER INDEX st.t_a ALTER COLUMN 2 SET STATISTICS 300;
ALTER TABLE st.t ALTER b SET STORAGE EXTERNAL, ALTER c SET COMPRESSION pglz, ALTER a SET STATISTICS 7, ALTER a SET (n_distinct = -0.5);
ALTER TABLE st.t CLUSTER ON t_a;
ALTER TABLE st.t REPLICA IDENTITY USING INDEX t_pkey;
CREATE MATERIALIZED VIEW st.m WITH (fillfactor = 80) AS SELECT id, b FROM st.t;
CREATE UNIQUE INDEX m_id ON st.m (id);
ALTER MATERIALIZED VIEW st.m CLUSTER ON m_id;
ALTER MATERIALIZED VIEW st.m ALTER b SET STATISTICS 9;

-- == views
CREATE SCHEMA vw;
CREATE TABLE vw.nodes (id int PRIMARY KEY, parent int REFERENCES vw.nodes, name text);
INSERT INTO vw.nodes VALUES (1, NULL, 'root'), (2, 1, 'leaf');
CREATE RECURSIVE VIEW vw.tree (id, depth) AS SELECT id, 0 FROM vw.nodes WHERE parent IS NULL
  UNION ALL SELECT n.id, t.depth + 1 FROM vw.nodes n JOIN tree t ON n.parent = t.id;
CREATE VIEW vw.guarded WITH (security_barrier) AS SELECT * FROM vw.nodes WHERE name <> 'hidden' WITH CASCADED CHECK OPTION;
CREATE VIEW vw.local AS SELECT id, name FROM vw.guarded WHERE id > 0 WITH LOCAL CHECK OPTION;
ALTER VIEW vw.local ALTER COLUMN name SET DEFAULT 'new';
CREATE VIEW vw.joined AS SELECT n.id, p.name AS parent FROM vw.nodes n LEFT JOIN vw.nodes p ON p.id = n.parent;
CREATE FUNCTION vw.instead() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN INSERT INTO vw.nodes VALUES (NEW.id); RETURN NEW; END $f$;
CREATE TRIGGER into_nodes INSTEAD OF INSERT ON vw.joined FOR EACH ROW EXECUTE FUNCTION vw.instead();
CREATE RULE no_delete AS ON DELETE TO vw.joined DO INSTEAD NOTHING;
CREATE RULE heard AS ON UPDATE TO vw.nodes WHERE OLD.id <> NEW.id DO ALSO INSERT INTO vw.nodes VALUES (NEW.id + 100);
CREATE RULE disabled AS ON DELETE TO vw.nodes DO ALSO NOTIFY nodes;
ALTER TABLE vw.nodes DISABLE RULE disabled;
COMMENT ON RULE heard ON vw.nodes IS 'tells';
COMMENT ON VIEW vw.tree IS 'grows';
COMMENT ON COLUMN vw.tree.depth IS 'from the root';

-- == triggers
CREATE SCHEMA tr;
CREATE TABLE tr.t (id int PRIMARY KEY, v text);
CREATE TABLE tr.log (at int, what text);
INSERT INTO tr.t VALUES (1, 'a'), (2, 'b');
CREATE FUNCTION tr.rows() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN INSERT INTO tr.log SELECT id, tg_name FROM added; RETURN NULL; END $f$;
CREATE FUNCTION tr.row() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN INSERT INTO tr.log VALUES (NEW.id, tg_argv[0]); RETURN NEW; END $f$;
CREATE TRIGGER statement_after AFTER INSERT ON tr.t REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tr.rows();
CREATE TRIGGER row_before BEFORE INSERT OR UPDATE OF v ON tr.t FOR EACH ROW WHEN (NEW.v IS NOT NULL) EXECUTE FUNCTION tr.row('it''s');
CREATE CONSTRAINT TRIGGER late AFTER INSERT ON tr.t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tr.row('late');
CREATE TRIGGER sleeping AFTER DELETE ON tr.t FOR EACH STATEMENT EXECUTE FUNCTION tr.row('x');
ALTER TABLE tr.t DISABLE TRIGGER sleeping;
ALTER TABLE tr.t ENABLE ALWAYS TRIGGER row_before;
COMMENT ON TRIGGER late ON tr.t IS 'at the end';

-- == indexes
CREATE SCHEMA ix;
CREATE TABLE ix.t (id int, v text, r int4range, p point, b box, d date, j jsonb, a int[], f tsvector, i inet);
INSERT INTO ix.t VALUES (1, 'x', '[1,5)', '(1,2)', '(1,1),(0,0)', '2020-01-01', '{"a": 1}', '{1,2}', 'a b', '10.0.0.1');
CREATE INDEX t_btree ON ix.t USING btree (v text_pattern_ops DESC NULLS LAST, id) INCLUDE (d) WITH (deduplicate_items = off) WHERE id > 0;
CREATE INDEX t_hash ON ix.t USING hash (v) WITH (fillfactor = 50);
CREATE INDEX t_gist ON ix.t USING gist (r, b) WITH (buffering = on);
CREATE INDEX t_gist_text ON ix.t USING gist (f tsvector_ops (siglen = 100));
CREATE INDEX t_spgist ON ix.t USING spgist (p kd_point_ops);
CREATE INDEX t_inet ON ix.t USING spgist (i);
CREATE INDEX t_gin ON ix.t USING gin (j jsonb_path_ops, a) WITH (fastupdate = off);
CREATE INDEX t_brin ON ix.t USING brin (id int4_minmax_multi_ops (values_per_range = 16), d) WITH (pages_per_range = 4);
CREATE UNIQUE INDEX t_nulls ON ix.t (id, v) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX t_expression ON ix.t ((v || 'x'), (id + 1)) WHERE d IS NOT NULL;
COMMENT ON INDEX ix.t_gin IS 'what is in it';

-- == constraints
CREATE SCHEMA ct;
CREATE TABLE ct.parent (a int, b text, code text NOT NULL CONSTRAINT filled CHECK (code <> ''), PRIMARY KEY (a, b), UNIQUE (code) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT together UNIQUE NULLS NOT DISTINCT (b, code) INCLUDE (a) WITH (fillfactor = 90));
INSERT INTO ct.parent VALUES (1, 'x', 'c'), (-1, 'y', 'd');
CREATE TABLE ct.child (x int, y text, span int4range, FOREIGN KEY (x, y) REFERENCES ct.parent MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL (x, y) DEFERRABLE,
  CONSTRAINT apart EXCLUDE USING gist (span WITH &&) WHERE (x > 0) DEFERRABLE);
INSERT INTO ct.child VALUES (1, 'x', '[1,3)'), (NULL, NULL, '[5,6)');
ALTER TABLE ct.parent ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;
ALTER TABLE ct.child ADD CONSTRAINT kept CHECK (x IS NULL OR x < 100) NO INHERIT;
COMMENT ON CONSTRAINT positive ON ct.parent IS 'one day';

-- == generated and numbered columns
CREATE SCHEMA ge;
CREATE FUNCTION ge.area(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * $2';
CREATE TABLE ge.t (id int GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5 CYCLE MAXVALUE 100) PRIMARY KEY,
  other bigint GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME ge.numbers), w int, h int, area int GENERATED ALWAYS AS (ge.area(w, h)) STORED,
  made timestamptz DEFAULT now(), code text DEFAULT 'x' || currval('ge.numbers'));
CREATE SEQUENCE ge.free AS smallint MINVALUE -5 START 3 CACHE 2;
INSERT INTO ge.t (w, h, made, code) VALUES (2, 3, '2020-01-01', 'c');
CREATE TABLE ge.s (id serial, n int DEFAULT nextval('ge.free'));
INSERT INTO ge.s DEFAULT VALUES;
COMMENT ON SEQUENCE ge.free IS 'for all';

-- == policies
CREATE SCHEMA po;
DO $$ BEGIN IF to_regrole('regress_reader') IS NULL THEN CREATE ROLE regress_reader; END IF; END $$;
CREATE TABLE po.t (id int, owner name DEFAULT current_user);
INSERT INTO po.t VALUES (1, 'x');
ALTER TABLE po.t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON po.t AS RESTRICTIVE FOR UPDATE TO regress_reader, CURRENT_USER USING (owner = current_user) WITH CHECK (id > 0);
CREATE POLICY "all" ON po.t;
COMMENT ON POLICY own ON po.t IS 'mine';

-- == privileges
CREATE SCHEMA pr;
DO $$ BEGIN IF to_regrole('regress_owner') IS NULL THEN CREATE ROLE regress_owner; CREATE ROLE "regress Writer"; CREATE ROLE regress_late; END IF; END $$;
CREATE TABLE pr.t (id int, name text);
CREATE TABLE pr.s (id serial PRIMARY KEY, own int GENERATED ALWAYS AS IDENTITY);
CREATE SEQUENCE pr.free;
CREATE VIEW pr.v AS SELECT id FROM pr.t;
CREATE FUNCTION pr.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE pr.a(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
CREATE TYPE pr.mood AS ENUM ('ok');
CREATE DOMAIN pr.d AS int;
CREATE OPERATOR pr.=== (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int);
CREATE FOREIGN DATA WRAPPER pr_wrapper;
CREATE SERVER pr_server FOREIGN DATA WRAPPER pr_wrapper;
GRANT SELECT, INSERT ON pr.t TO "regress Writer" WITH GRANT OPTION;
GRANT SELECT ON pr.t TO PUBLIC;
GRANT USAGE ON SCHEMA pr TO "regress Writer";
SET SESSION AUTHORIZATION "regress Writer";
GRANT SELECT ON pr.t TO regress_late;
RESET SESSION AUTHORIZATION;
GRANT UPDATE (name), REFERENCES (id, name) ON pr.t TO "regress Writer";
REVOKE ALL ON pr.v FROM CURRENT_USER;
GRANT USAGE ON SEQUENCE pr.free, pr.s_id_seq TO PUBLIC;
REVOKE EXECUTE ON FUNCTION pr.f(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pr.f(int), pr.a() TO "regress Writer";
GRANT USAGE ON TYPE pr.mood TO "regress Writer";
REVOKE USAGE ON DOMAIN pr.d FROM PUBLIC;
GRANT USAGE ON LANGUAGE sql TO "regress Writer";
GRANT USAGE ON FOREIGN SERVER pr_server TO "regress Writer";
GRANT ALL ON FOREIGN DATA WRAPPER pr_wrapper TO "regress Writer" WITH GRANT OPTION;
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_ls_logdir() TO "regress Writer";
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO "regress Writer" WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES IN SCHEMA pr GRANT USAGE ON SEQUENCES TO PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE regress_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA pr TO regress_owner;
ALTER TABLE pr.s OWNER TO regress_owner;
ALTER SEQUENCE pr.free OWNER TO regress_owner;
ALTER VIEW pr.v OWNER TO regress_owner;
ALTER FUNCTION pr.f(int) OWNER TO regress_owner;
ALTER AGGREGATE pr.a(*) OWNER TO "regress Writer";
ALTER TYPE pr.mood OWNER TO regress_owner;
ALTER DOMAIN pr.d OWNER TO regress_owner;
ALTER OPERATOR pr.=== (int, int) OWNER TO regress_owner;
ALTER SERVER pr_server OWNER TO "regress Writer";
ALTER SCHEMA pr OWNER TO regress_owner;
COMMENT ON SCHEMA pr IS 'theirs';
COMMENT ON SCHEMA public IS 'everybody''s';

-- == extensions
CREATE SCHEMA ex;
CREATE EXTENSION hstore WITH SCHEMA ex;
CREATE EXTENSION citext WITH SCHEMA public;
CREATE EXTENSION btree_gist WITH SCHEMA ex;
COMMENT ON EXTENSION citext IS 'whatever the case';
CREATE TABLE ex.t (h ex.hstore, c public.citext UNIQUE, i int, r int4range, EXCLUDE USING gist (i WITH =, r WITH &&));
INSERT INTO ex.t VALUES ('a=>1', 'Ab', 1, '[1,2)');
CREATE INDEX t_h ON ex.t USING gin (h);

-- == names
CREATE SCHEMA "Select";
CREATE TYPE "Select"."Type; --" AS ENUM ('a;b', 'c"d', 'e''f');
CREATE TABLE "Select"."Order "" by" ("From" int PRIMARY KEY, "where?" "Select"."Type; --", "ünï" text DEFAULT ';');
INSERT INTO "Select"."Order "" by" VALUES (1, 'a;b', E'\\ ? $1');
CREATE VIEW "Select"."View" AS SELECT "where?" AS "?" FROM "Select"."Order "" by" WHERE "ünï" ~ '^\?' OR "From" = 1;
CREATE FUNCTION "Select"."Func"("In" "Select"."Type; --") RETURNS text LANGUAGE sql AS 'SELECT $1::text || '';''';
CREATE OPERATOR "Select".-? (FUNCTION = "Select"."Func", RIGHTARG = "Select"."Type; --");
COMMENT ON TABLE "Select"."Order "" by" IS E'it''s; "this" \\ ? {d}';
COMMENT ON COLUMN "Select"."Order "" by"."where?" IS '?';

-- == inheritance
CREATE SCHEMA ih;
CREATE TABLE ih.parent (a int);
CREATE TABLE ih.own (id int);
CREATE TABLE ih.child (b int) INHERITS (ih.parent);

-- == partitions
CREATE SCHEMA pa;
CREATE TABLE pa.measured (d date, v int) PARTITION BY RANGE (d);
CREATE TABLE pa.own (id int);
CREATE TABLE pa.early PARTITION OF pa.measured FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY LIST (v);
CREATE TABLE pa.ones PARTITION OF pa.early FOR VALUES IN (1);

-- == typed tables
CREATE SCHEMA tt;
CREATE TYPE tt.kind AS (a int, b text);
CREATE TABLE tt.own (id int);
CREATE TABLE tt.t OF tt.kind (PRIMARY KEY (a));

-- == foreign tables
CREATE SCHEMA ft;
CREATE EXTENSION file_fdw WITH SCHEMA ft;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE TABLE ft.own (id int);
CREATE FOREIGN TABLE ft.t (id int) SERVER files OPTIONS (filename '/dev/null', format 'csv');

-- == large objects, refused: large objects
CREATE TABLE lob (id oid);
INSERT INTO lob VALUES (lo_from_bytea(0, 'x'));

CREATE TABLE author (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name varchar(40) NOT NULL UNIQUE);
CREATE TABLE book (
  id serial PRIMARY KEY,
  author_id bigint NOT NULL CONSTRAINT written_by REFERENCES author ON DELETE CASCADE,
  title text NOT NULL CONSTRAINT has_title CHECK (length(title) > 0),
  loud text GENERATED ALWAYS AS (upper(title)) STORED,
  price numeric(8,2),
  printed date,
  sold timestamptz,
  available boolean NOT NULL DEFAULT true);
COMMENT ON CONSTRAINT written_by ON book IS 'nobody else';
CREATE TABLE audit (entry text);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN INSERT INTO public.audit VALUES (TG_TABLE_NAME); RETURN NEW; END $$;
CREATE TRIGGER noted AFTER INSERT OR DELETE OR UPDATE ON book FOR EACH ROW EXECUTE FUNCTION note();

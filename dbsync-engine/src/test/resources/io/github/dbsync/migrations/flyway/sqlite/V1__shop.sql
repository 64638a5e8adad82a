CREATE TABLE author (
  id integer PRIMARY KEY AUTOINCREMENT,
  name varchar(40) NOT NULL UNIQUE);
CREATE TABLE book (
  id integer PRIMARY KEY AUTOINCREMENT,
  author_id integer NOT NULL REFERENCES author ON DELETE CASCADE,
  title text NOT NULL CONSTRAINT has_title CHECK (length(title) > 0),
  loud text AS (upper(title)) STORED,
  price text,
  printed date,
  sold timestamptz,
  available boolean NOT NULL DEFAULT true);
CREATE TABLE audit (entry text);
CREATE TRIGGER noted AFTER INSERT ON book BEGIN INSERT INTO audit VALUES (NEW.title); END;

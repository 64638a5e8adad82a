DO $$ BEGIN
  CREATE ROLE librarian LOGIN PASSWORD 'from-the-settings';
EXCEPTION WHEN duplicate_object THEN
  NULL;
END $$;
CREATE TABLE IF NOT EXISTS shelf (id integer PRIMARY KEY, place text);
GRANT SELECT ON shelf TO librarian;

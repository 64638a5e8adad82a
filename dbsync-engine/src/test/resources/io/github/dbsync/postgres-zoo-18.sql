-- What PostgreSQL 18 brought.
CREATE TABLE virtual (a int, b int GENERATED ALWAYS AS (a * 2), c int GENERATED ALWAYS AS (a * 3) VIRTUAL, d int GENERATED ALWAYS AS (a * 4) STORED);
INSERT INTO virtual VALUES (1), (NULL);
CREATE TABLE room (id int4range, valid daterange, CONSTRAINT room_pk PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE stay (room int4range, during daterange, UNIQUE (room, during WITHOUT OVERLAPS), FOREIGN KEY (room, PERIOD during) REFERENCES room (id, PERIOD valid));
INSERT INTO room VALUES ('[1,2)', '[2024-01-01,2025-01-01)');
INSERT INTO stay VALUES ('[1,2)', '[2024-02-01,2024-03-01)');
CREATE TABLE obliged (a int CONSTRAINT "a must be" NOT NULL, b int NOT NULL NO INHERIT, c int, d int CONSTRAINT never CHECK (d > 0) NOT ENFORCED, e int REFERENCES cyc1 NOT ENFORCED, f int GENERATED ALWAYS AS IDENTITY CONSTRAINT counted NOT NULL PRIMARY KEY);
INSERT INTO obliged VALUES (1, 2, NULL, -1, 99);
ALTER TABLE obliged ADD CONSTRAINT later NOT NULL c NOT VALID;
CREATE TABLE sorted (id uuid PRIMARY KEY DEFAULT uuidv7(), plain text COLLATE pg_c_utf8 DEFAULT 'ÄB', folded text GENERATED ALWAYS AS (casefold(plain)) STORED);
INSERT INTO sorted DEFAULT VALUES;

-- What PostgreSQL 15 brought.
ALTER TABLE g ADD CONSTRAINT nnd UNIQUE NULLS NOT DISTINCT (a);
CREATE UNIQUE INDEX nnd_index ON small (a) NULLS NOT DISTINCT;
CREATE VIEW invoked WITH (security_invoker = true, security_barrier = true) AS SELECT id FROM needs;
CREATE TABLE scales (above numeric(3, -2), below numeric(2, 5), hundreds numeric(2, -1) DEFAULT 20);
INSERT INTO scales VALUES (12345, 0.00012, 990), (-99900, -0.00099, -5), (0, 0, 0), ('NaN', 'NaN', 'NaN'), (NULL, NULL, NULL);
CREATE TABLE tenant (id int, part int, PRIMARY KEY (id, part));
CREATE TABLE tenanted (id int, part int, FOREIGN KEY (id, part) REFERENCES tenant ON DELETE SET NULL (part));
INSERT INTO tenant VALUES (1, 1);
INSERT INTO tenanted VALUES (1, 1), (1, NULL);

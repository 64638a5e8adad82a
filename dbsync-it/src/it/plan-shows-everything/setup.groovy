def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeSqlite('shop.db',
        'CREATE TABLE item (id INTEGER PRIMARY KEY, sold BOOLEAN NOT NULL)',
        'CREATE VIEW sold AS SELECT * FROM item WHERE sold',
        'INSERT INTO item VALUES (1, 0), (2, 1), (3, 2)')
scenario.remember()

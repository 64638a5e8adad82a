def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeSqlite('prices.db',
        'CREATE TABLE price (id INTEGER PRIMARY KEY, cents INTEGER NOT NULL)',
        'INSERT INTO price VALUES (1, 100)')
scenario.remember()

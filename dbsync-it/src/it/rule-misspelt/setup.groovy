def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeSqlite('orders.db',
        'CREATE TABLE orders (id INTEGER PRIMARY KEY, at INTEGER, paid TEXT)',
        "INSERT INTO orders VALUES (1, 1704067200123, 't'), (2, NULL, 'f')")
scenario.remember()

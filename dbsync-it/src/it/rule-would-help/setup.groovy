def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeSqlite('orders.db',
        'CREATE TABLE orders (id INTEGER PRIMARY KEY, at INTEGER, note TEXT)',
        "INSERT INTO orders VALUES (1, 1704067200, 'x'), (17, 1704067200123, CAST(x'610062' AS TEXT))")
scenario.remember()

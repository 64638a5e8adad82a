def scenario = new io.github.dbsync.it.Scenario(basedir)

['one', 'two', 'three'].each { module ->
    scenario.makeSqlite(module + '/notes.db',
            'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)',
            "INSERT INTO note VALUES (1, 'note of $module')".toString())
}
scenario.remember()

def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('library.db')
scenario.makeLibrary('changed.db')
scenario.makeSqlite('changed.db',
    "UPDATE Book SET title = 'Eden' WHERE id = 3",
    "DELETE FROM Book WHERE id = 2",
    "INSERT INTO Author VALUES (12, 'Arkady')")
scenario.remember()

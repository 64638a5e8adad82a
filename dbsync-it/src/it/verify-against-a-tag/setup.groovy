def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('library.db')
scenario.makeLibrary('changed.db')
scenario.makeSqlite('changed.db', "UPDATE Book SET title = 'Eden' WHERE id = 3")
scenario.write('.gitignore', '*.db\nbuild.log\n.before/\n')
scenario.makeRepository()
scenario.remember()

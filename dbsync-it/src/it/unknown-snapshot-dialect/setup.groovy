def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('library.db')
scenario.remember()

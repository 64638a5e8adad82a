def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('data/library.db')
scenario.remember()

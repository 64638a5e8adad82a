def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.remember()

new io.github.dbsync.it.Scenario(basedir).remember()

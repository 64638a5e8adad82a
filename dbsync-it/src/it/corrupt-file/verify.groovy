def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-204', 'library.db')
scenario.assertNothingChanged()

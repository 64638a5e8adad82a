def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-111', '<server><id>office</id>', '-Ddbsync.postgresServerId')
scenario.assertNothingChanged()

def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-101', '-Ddbsync.from=sqlite')
scenario.assertNothingChanged()

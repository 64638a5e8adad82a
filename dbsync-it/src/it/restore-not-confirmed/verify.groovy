def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-501', 'The target would be overwritten', '-Ddbsync.yes')
scenario.assertNothingChanged()

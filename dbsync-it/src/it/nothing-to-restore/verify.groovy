def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-851', 'There is no snapshot to restore', '-Ddbsync.snapshot=<file>')
scenario.assertNothingChanged()

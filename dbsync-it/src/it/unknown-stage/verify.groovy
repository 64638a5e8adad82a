def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-105', '.env.stagging', 'Give one that is there (-Ddbsync.env=staging)')
scenario.assertNothingChanged()

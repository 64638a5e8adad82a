def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-106', '.env:2', 'quote')
scenario.assertNothingChanged()

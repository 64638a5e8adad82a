def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-852', 'damaged.sql.json, line 3', 'Restore another snapshot')
scenario.assertNothingChanged()

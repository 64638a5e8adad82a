def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-123', 'migration_lock.toml:1', '"mysql"', '-Ddbsync.switch=false')
scenario.assertNothingChanged()

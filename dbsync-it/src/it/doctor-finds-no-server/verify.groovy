def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-301', 'ok       source: SQLite', '-Ddbsync.postgres=embedded')
assert scenario.countInLog('secret') == 0
scenario.assertNothingChanged()

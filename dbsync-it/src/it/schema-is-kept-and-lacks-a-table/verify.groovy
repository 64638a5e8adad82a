def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-418', 'price', '-Ddbsync.exclude=price', '-Ddbsync.schema=push')
assert scenario.countInLog('schema: kept, since dbsync.schema says so') == 1
scenario.assertNothingChanged()

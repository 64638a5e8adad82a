def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-401', 'price', 'cents', '17')
assert scenario.countInLog('a bargain') == 0
scenario.assertNothingChanged()

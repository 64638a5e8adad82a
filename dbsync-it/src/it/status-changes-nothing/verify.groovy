def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('provider  sqlite, by') == 2
assert scenario.countInLog('2 of 2 tables differ') == 1
assert scenario.countInLog('DBSYNC-301') == 1
assert scenario.countInLog('secret@') == 0
scenario.assertNothingChanged()

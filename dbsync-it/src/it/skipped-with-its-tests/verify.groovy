def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('dbsync is skipped.') == 3
scenario.assertNothingChanged()

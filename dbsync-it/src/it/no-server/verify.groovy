def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('DBSYNC-301') > 0
assert scenario.countInLog('127.0.0.1:1') > 0
assert scenario.countInLog('hush-hush') == 0
scenario.assertNothingChanged()

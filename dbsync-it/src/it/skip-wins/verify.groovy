def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('dbsync is skipped.') > 0
assert !new File(basedir, '.dbsync').exists()
scenario.assertNothingChanged()

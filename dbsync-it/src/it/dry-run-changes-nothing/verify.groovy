def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('The plan was made; nothing was changed.') > 0
assert scenario.log =~ /Author\s+2/
assert scenario.countInLog('dbsync: transfer') == 0
scenario.assertNothingChanged()

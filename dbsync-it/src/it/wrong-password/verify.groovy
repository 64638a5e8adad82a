def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-302', 'knock-at-it', 'postgres')
assert scenario.countInLog('not-the-password') == 0
scenario.assertNothingChanged()

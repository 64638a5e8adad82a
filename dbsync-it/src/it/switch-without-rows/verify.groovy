def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('changed: ') == 5
scenario.assertUnchangedExcept('.env.sqlite')

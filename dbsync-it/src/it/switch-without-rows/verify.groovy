def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('now names the other side') == 4
scenario.assertUnchangedExcept('.env.sqlite')

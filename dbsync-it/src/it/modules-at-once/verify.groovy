def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('every value proven equal') == 3
assert scenario.countInLog('not marked @threadSafe') == 0

def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('every value proven equal') > 0
assert scenario.text('.dbsync/report.json').contains('"Author"')
scenario.assertNothingChanged()

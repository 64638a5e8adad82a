def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.log =~ /item\s+3/
assert scenario.countInLog('1 translated, 1 remembered') > 0
assert scenario.countInLog('view sold: remembered for the way back') > 0
assert scenario.countInLog('DBSYNC-408') > 0
assert scenario.countInLog('The plan was made; nothing was changed.') > 0
assert scenario.countInLog('dbsync: transfer') == 0
assert scenario.text('.dbsync/report.json').contains('"outcome" : "planned"')
scenario.assertNothingChanged()

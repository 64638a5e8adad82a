def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-401', 'price', 'cents', '17')
assert scenario.text('.dbsync/report.json').contains('"outcome" : "failed"')
assert scenario.text('.dbsync/report.json').contains('"ledger"')
assert scenario.countInLog('a bargain') == 0
scenario.assertNothingChanged()

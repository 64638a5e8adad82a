def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-401', 'orders', 'at', 'rowid=17', 'dbsync.yaml, line 3', 'the unit is another one')
assert scenario.countInLog("rules: [{column: 'orders.note', nul: escape}]") > 0
scenario.assertNothingChanged()

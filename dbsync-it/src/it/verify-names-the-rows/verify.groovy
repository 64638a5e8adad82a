def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('Every table is the same on both sides') == 1
scenario.assertFailedWith('DBSYNC-508', 'changed: id = 3', 'only at the target: id = 2', 'missing at the target: id = 12',
    '2 of 2 tables differ', 'Run the goal sync')
assert scenario.countInLog('Eden') == 0
scenario.assertNothingChanged()

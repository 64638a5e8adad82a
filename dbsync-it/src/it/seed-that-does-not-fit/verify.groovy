def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-804', 'seed/library.yaml, line 3', 'Its columns are id, name',
    'DBSYNC-807', 'seed/library.yaml, line 5', '!ref <label>',
    'DBSYNC-805', 'seed/library.yaml, line 6')
assert scenario.countInLog('seven') == 0
scenario.assertNothingChanged()

def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-201', 'nowhere.db')
scenario.assertNothingChanged()

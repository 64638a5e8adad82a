def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-507', 'its stage is production', 'Add -Ddbsync.confirm=live.db on the command line')
scenario.assertNothingChanged()

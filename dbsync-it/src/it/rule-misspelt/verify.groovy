def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-131', 'wrong', 'rule 1 in <rules> of the POM', 'column, type, unit, form, nul, encoding, true, false')
scenario.assertNothingChanged()

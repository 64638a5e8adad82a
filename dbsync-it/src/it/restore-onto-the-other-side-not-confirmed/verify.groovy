def scenario = new io.github.dbsync.it.Scenario(basedir)

def targets = scenario.log.readLines().findAll { it =~ /\bto {4}/ }
assert targets.size() == 3
assert targets[1].contains('library.db')
assert targets[2].contains('PostgreSQL')
assert scenario.countInLog('DBSYNC-501') >= 2
scenario.assertFailedWith('DBSYNC-501', 'The target would be overwritten', '-Ddbsync.yes')
scenario.assertNothingChanged()

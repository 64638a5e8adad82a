def scenario = new io.github.dbsync.it.Scenario(basedir)

def report = scenario.text('target/dbsync/check.md')
assert report.startsWith('# dbsync check\n\nNo check failed, of ')
assert report.contains('| passed | The migrations make the schema. 2 were applied to an empty database. |')
assert report.contains('| passed | The seed fits the schema. It was tried in an empty database of its own. |')
assert report.contains('| not applicable | The source is what the schema describes. No database is configured')
assert scenario.countInLog('No check failed') == 1
scenario.assertNothingChanged()

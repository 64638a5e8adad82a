def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.getLog() =~ /restore -Ddbsync\.snapshot=\S+-library\.db-sqlite\.sql/
assert scenario.getLog() =~ /restore -Ddbsync\.snapshot=\S+-postgresql\.sql\.zst/
assert new File(basedir, '.dbsync/snapshots').list().findAll { it.endsWith('.sql') }.size() == 1
assert new File(basedir, 'target/copies').list().findAll { it.endsWith('.sql.zst') }.size() == 1
scenario.assertNothingChanged()

def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-111', 'dbsync.snapshot.dialect cannot be mysql', 'It is sqlite or postgresql')
scenario.assertNothingChanged()
assert !new File(basedir, '.dbsync/snapshots').exists()

def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('every value proven equal') == 1
assert scenario.log =~ /(?s)sees-the-server.*Book +3 +3\n/
assert scenario.git('tag', '--list').readLines() == ['v1-bound', 'v1-db-sync']
assert scenario.countInLog('dbsync runs only in the project that Maven was called in') == 2
assert (scenario.log =~ /:tag \(default-cli\) @/).size() == 1
scenario.assertFailedWith('DBSYNC-201', ':plan (default-cli) on project one', "${basedir}/one/library.db")

def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('Every table that was tagged is the same now') == 1
scenario.assertFailedWith('DBSYNC-508', 'not what was tagged as v1-db-sync', '1 of 2 tables')
assert scenario.log =~ /Book +3 +3 +differs/

def scenario = new io.github.dbsync.it.Scenario(basedir)

def scripts = new File(basedir, '.dbsync/snapshots').list().findAll { it.endsWith('.sql') }.sort()
assert scripts.size() == 2
assert scripts[0].endsWith('-library.db-postgresql.sql') && scripts[1].endsWith('-copy.db-sqlite.sql')
assert scenario.text('.dbsync/snapshots/' + scripts[0]).contains('COPY "public"."Author"')

assert scenario.countInLog('every value proven equal') == 2
assert scenario.content('copy.db') == scenario.content('library.db')
scenario.assertUnchangedExcept('copy.db')

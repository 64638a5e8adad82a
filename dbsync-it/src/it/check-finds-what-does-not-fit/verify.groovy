def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-509', '3 of ', 'checks that apply failed', 'dbsync.check.strict',
    'DBSYNC-122', 'SQLite has no lists in Prisma', 'npx prisma validate',
    'DBSYNC-131', 'dbsync.yaml, line 3', 'Correct the word, or take it out',
    'DBSYNC-804', 'seed/library.yaml, line 2', 'Its columns are id, name, tags',
    'DBSYNC-807', 'seed/library.yaml, line 4')
assert scenario.countInLog('Octavia') == 0
scenario.assertNothingChanged()

def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-704', 'prisma/notes.txt', 'git stash')
assert scenario.git('tag', '--list') == ''

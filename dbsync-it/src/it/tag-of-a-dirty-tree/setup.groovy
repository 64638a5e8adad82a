def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('prisma/dev.db')
scenario.write('.gitignore', '/prisma/dev.db\nbuild.log\n.before/\n')
scenario.makeRepository()
scenario.write('prisma/notes.txt', 'not yet committed')

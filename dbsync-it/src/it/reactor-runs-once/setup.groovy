def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('library.db')
scenario.write('.gitignore', '/library.db\ntarget/\n/build.log\n/.before/\n')
scenario.makeRepository()

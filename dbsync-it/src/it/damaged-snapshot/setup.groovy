def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('library.db')
new File(basedir, 'snapshots').mkdirs()
scenario.write('snapshots/damaged.sql', 'CREATE TABLE Author (name);\n')
scenario.write('snapshots/damaged.sql.json', '{\n  "format" : 3,\n  "taken" : "2026-')
scenario.remember()

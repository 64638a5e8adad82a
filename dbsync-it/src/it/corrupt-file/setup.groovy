def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('library.db')
new RandomAccessFile(new File(basedir, 'library.db'), 'rw').withCloseable { file ->
    file.seek(4096)
    file.write((("Z" * 4096) as String).bytes)
}
scenario.remember()

def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('library.db')
scenario.makeSqlite('other.db', 'CREATE TABLE Author (name, born INTEGER)', "INSERT INTO Author VALUES ('Olga', 1962), (x'00', 1e3)",
        'CREATE VIEW Born AS SELECT born FROM Author')
scenario.remember()

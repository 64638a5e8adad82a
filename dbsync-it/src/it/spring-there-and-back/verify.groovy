def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('opened SQLite') == 2
assert scenario.countInLog('opened PostgreSQL') == 1
assert scenario.countInLog('src/main/resources/application.yml:') >= 2
assert scenario.log.indexOf('opened PostgreSQL') < scenario.log.lastIndexOf('opened SQLite')
scenario.assertUnchangedExcept('data/library.db', '.env.sqlite')

// The test's INSERT was rolled back, but a sequence of PostgreSQL does not go back.
def rows = { content -> content.findAll { !it.startsWith('sqlite_sequence') } }
assert rows(scenario.content('data/library.db')) == rows(scenario.contentBefore('data/library.db'))

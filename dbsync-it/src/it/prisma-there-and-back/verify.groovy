def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('every value proven equal') == 2
scenario.assertUnchangedExcept('prisma/dev.db', '.env.sqlite')
assert scenario.content('prisma/dev.db') == scenario.contentBefore('prisma/dev.db')

def sample = new io.github.dbsync.it.Scenario(basedir)

assert sample.countInLog('every value proven equal') == 2
sample.assertUnchangedExcept('chinook.sqlite', '.env.sqlite')
assert sample.content('chinook.sqlite') == sample.contentBefore('chinook.sqlite')

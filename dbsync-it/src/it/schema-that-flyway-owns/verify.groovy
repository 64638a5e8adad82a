def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('DBSYNC-417') == 1
assert scenario.countInLog('schema: kept, since Flyway owns it (flyway_schema_history)') == 1
assert scenario.countInLog('Successfully validated 2 migrations') >= 1
assert scenario.countInLog('is up to date. No migration necessary.') == 1
def content = scenario.content('shop.db')
assert content.count { it.startsWith('item') } == 2
assert content.count { it.startsWith('audit') } == 2
assert content.count { it.startsWith('flyway_schema_history') } == 2

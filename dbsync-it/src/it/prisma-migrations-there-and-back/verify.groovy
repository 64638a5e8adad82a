def scenario = new io.github.dbsync.it.Scenario(basedir)
def there = 'prisma/migrations-postgresql/'

assert scenario.countInLog('every value proven equal') == 2
assert scenario.log.contains('DBSYNC-609')
scenario.assertUnchangedExcept('prisma/dev.db', '.env.sqlite', there + '0_init/migration.sql', there + 'migration_lock.toml')
assert scenario.content('prisma/dev.db').findAll { !it.contains('dbsync_memory') } == scenario.contentBefore('prisma/dev.db')
assert scenario.text(there + 'migration_lock.toml') == '# By Prisma\r\nprovider = "postgresql"\r\n'
assert scenario.text(there + '0_init/migration.sql').contains('CREATE TABLE "Author" (')

import java.security.MessageDigest

def scenario = new io.github.dbsync.it.Scenario(basedir)
def script = new File(basedir, 'prisma/migrations/20240101000000_library/migration.sql').bytes
def checksum = MessageDigest.getInstance('SHA-256').digest(script).encodeHex()

scenario.write('prisma/migrations/migration_lock.toml', '# By Prisma\r\nprovider = "sqlite"\r\n')
scenario.makeLibrary('prisma/dev.db',
    '''CREATE TABLE "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME,
        "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
        "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)''',
    """INSERT INTO "_prisma_migrations" VALUES ('1', '${checksum}', '2024-01-01T00:00:00.000+00:00', '20240101000000_library',
        NULL, NULL, '2024-01-01T00:00:00.000+00:00', 1)""".toString())
scenario.remember()

def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('every value proven equal') > 0
scenario.assertUnchangedExcept('.env', '.env.sqlite', 'prisma/schema.prisma')
assert scenario.text('prisma/schema.prisma') ==
        scenario.textBefore('prisma/schema.prisma').replace('provider = "sqlite"', 'provider = "postgresql"')
assert scenario.text('.env') ==~
        /# Keep this comment\nOTHER=1\nDATABASE_URL="postgresql:\/\/postgres:[^"]+@127\.0\.0\.1:\d+\/[^"]+"  # and this one\n/
assert scenario.log.contains('schema: prisma/schema.prisma, as prisma db push makes it')
assert scenario.text('.dbsync/report.json').contains('"Book"')
assert !scenario.log.contains(scenario.text('.dbsync/postgres/password').trim())

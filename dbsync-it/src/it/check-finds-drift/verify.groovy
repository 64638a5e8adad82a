def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.assertFailedWith('DBSYNC-509', '1 of ', 'checks that apply failed', 'DBSYNC-126',
    'only prisma/schema.prisma has unique (name)', 'only prisma/schema.prisma has column title TEXT NOT NULL',
    'npx prisma migrate dev --name <what changed>', 'Report: ')
def report = scenario.text('.dbsync/check.md')
assert report.contains('| **failed** | The migrations make the schema. |')
assert report.contains('- remedy: npx prisma migrate dev --name &lt;what changed&gt;')
scenario.assertNothingChanged()

def scenario = new io.github.dbsync.it.Scenario(basedir)

def hex = { text -> text.bytes.encodeHex().toString().toUpperCase() }
def content = scenario.content('library.db').toString()
assert content.count(hex('The Lathe of Heaven') + ' integer' + hex('21')) == 1
assert content.count(hex('Butler, Octavia')) == 1
assert scenario.countInLog('Seeded SQLite file') == 1
assert scenario.countInLog('Everything is there already') == 1
assert scenario.countInLog('2 tables, 8 rows') == 1

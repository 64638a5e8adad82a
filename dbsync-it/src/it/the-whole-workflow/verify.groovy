import groovy.json.JsonSlurper

def scenario = new io.github.dbsync.it.Scenario(basedir)
def json = { file -> new JsonSlurper().parseText(scenario.text(file)) }
def rows = { report -> report.tables.collectEntries { [it.source.replace('public.', ''), it.rows] } }

// Each side was read by the application's own tests, unchanged, and was at the end what the application had made of it.
assert scenario.countInLog('PostgreSQL has [Fiasco, Solaris]') == 1
assert scenario.countInLog('SQLite has [Eden, Solaris]') == 1
assert scenario.git('status', '--porcelain') == ''

def hex = { text -> text.bytes.encodeHex().toString().toUpperCase() }
def books = scenario.content('data/library.db').findAll { it.startsWith('Book ') }.toString()
assert books.count('Book integer') == 3
['Solaris', 'Eden', 'An Ambiguous Utopia'].each { assert books.contains(hex(it)) }

def there = json('target/there/report.json')
assert there.outcome == 'synced' && there.failure == null && there.verify == 'digest'
assert rows(there) == [Author: 2, Book: 3]
assert there.switched*.file.any { it.endsWith('mybatis-config.xml') }

def back = json('target/dbsync/report.json')
assert back.outcome == 'synced' && back.failure == null && back.verify == 'digest'
assert rows(back) == [Author: 2, Book: 3]
assert back.tables.every { it.same && it.restored }
assert back.snapshot.endsWith('library.db-sqlite-undo.sql')

def snapshots = new File(basedir, '.dbsync/snapshots').list().findAll { it.endsWith('library.db-sqlite.sql') }
assert snapshots.size() == 1
assert scenario.text('.dbsync/snapshots/' + snapshots[0]).contains("'An Ambiguous Utopia'")

assert scenario.git('cat-file', '-t', 'v1-db-sync') == 'tag'
def message = scenario.git('for-each-ref', '--format=%(contents)', 'refs/tags/v1-db-sync')
assert message =~ /2 tables with 5 rows are the same on both sides/
back.tables.each { assert message.contains([it.digest, it.rows, it.source, it.target].join('\t')) }
assert scenario.countInLog('Every table that was tagged is the same now') == 1

def scenario = new io.github.dbsync.it.Scenario(basedir)
def remote = ['--git-dir', "${basedir}/remote.git"] as String[]

assert scenario.git(*remote, 'cat-file', '-t', 'v1.0.0-db-sync') == 'tag'
assert scenario.git(*remote, 'rev-parse', 'v1.0.0-db-sync^{commit}') == scenario.git(*remote, 'rev-parse', 'v1.0.0^{commit}')
def message = scenario.git(*remote, 'for-each-ref', '--format=%(contents)', 'refs/tags/v1.0.0-db-sync')
assert message =~ /2 tables with 5 rows are the same on both sides/
assert message =~ /verified: digest/
assert message =~ /schema:   sqlite [0-9a-f]{64}/
assert message =~ /schema:   postgresql [0-9a-f]{64}/
assert message =~ /[0-9a-f]{32}\t3\tBook\tpublic.Book/

def scenario = new io.github.dbsync.it.Scenario(basedir)

// All that the second build printed and the third, without what colours a terminal.
def lines = scenario.log.replaceAll(/\u001B\[\d*m/, '').readLines()*.trim()
def printed = lines.dropWhile { !it.startsWith('[INFO] Finished at') }.drop(2).findAll { it }
assert printed.first() =~ /\[ERROR\] Failed to execute goal .*:sync .*: DBSYNC-321: /
assert printed.any { it.contains('Run once without -o') }
assert printed.every { it.startsWith('[ERROR]') || it.startsWith('Running post-build script') }
scenario.assertNothingChanged()

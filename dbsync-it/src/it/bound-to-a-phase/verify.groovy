def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.log =~ /Tests run: 1, Failures: 0, Errors: 0.*LibraryIT/
assert new File(basedir, 'target/dbsync/report.json').exists()
scenario.assertNothingChanged()

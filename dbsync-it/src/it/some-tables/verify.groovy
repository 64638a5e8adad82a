def scenario = new io.github.dbsync.it.Scenario(basedir)

def report = scenario.text('.dbsync/report.json')
assert report.contains('"Author"')
assert !report.contains('"Book"')
scenario.assertNothingChanged()

def scenario = new io.github.dbsync.it.Scenario(basedir)

def goals = scenario.text('invoker.properties') =~ /:dbsync-maven-plugin:\S+:(\w+)/
assert scenario.countInLog('dbsync is skipped.') == goals.size()
assert scenario.countInLog('[WARNING]') == 0
assert !new File(basedir, '.dbsync').exists()
scenario.assertNothingChanged()

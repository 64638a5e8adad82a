def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('every value proven equal') == 2
assert scenario.countInLog('DBSYNC-4') == 0
assert scenario.content('orders.db') == scenario.contentBefore('orders.db')

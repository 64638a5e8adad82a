def scenario = new io.github.dbsync.it.Scenario(basedir)
def page = scenario.text('../../../../docs/first-sync.md')
def block = { language -> (page =~ /(?s)```$language\n(.*?)```/)[0][1] }

scenario.makeSqlite('shop.db', block('sql').split(/;\n/))
scenario.write('.env', block('properties'))
new File(basedir, 'seed').mkdir()
scenario.write('seed/product.csv', block('csv'))
scenario.remember()

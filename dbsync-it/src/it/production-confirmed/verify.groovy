def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.content('live.db') == scenario.content('library.db')
assert scenario.text('.env') == scenario.text('.env.production') + '# From the .env before\nMINE=1\n'
assert scenario.text('.env.previous').endsWith(scenario.textBefore('.env'))
scenario.assertUnchangedExcept('.env', '.env.previous', 'live.db')

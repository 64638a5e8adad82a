def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog('every value proven equal') == 3
assert scenario.getLog() =~ /to undo it: mvn io\.github\.dbsync:dbsync-maven-plugin:restore -Ddbsync\.snapshot=\S+-other\.db-sqlite-undo\.sql/
assert scenario.content('other.db') == scenario.contentBefore('other.db')
scenario.assertUnchangedExcept('other.db')

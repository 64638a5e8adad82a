def scenario = new io.github.dbsync.it.Scenario(basedir)

assert scenario.countInLog(' as librarian') > 0
// Maven 4 does not begin at all with a password that it cannot decrypt.
if (scenario.countInLog('Error building settings') == 0) {
    scenario.assertFailedWith('DBSYNC-111', 'come-as-that-user', 'cannot be decrypted', 'mvn --encrypt-master-password')
}
assert scenario.countInLog('from-the-settings') == 0

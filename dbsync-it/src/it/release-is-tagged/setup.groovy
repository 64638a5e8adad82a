def scenario = new io.github.dbsync.it.Scenario(basedir)

scenario.makeLibrary('library.db')
scenario.write('pom.xml', scenario.text('pom.xml').replace('REMOTE', "${basedir}/remote.git"))
scenario.write('.gitignore', 'target/\n/build.log\n/remote.git/\n/released/\n/pom.xml.releaseBackup\n/release.properties\n')
scenario.makeRepository()
scenario.makeRemote('remote.git')

def scenario = new io.github.dbsync.it.Scenario(basedir)

// What is another in every run is the same here.
def plain = { text -> text.replace(basedir.path, '/home/ada/shop')
        .replaceAll(/127\.0\.0\.1:\d+/, '127.0.0.1:1')
        .replaceAll(/\d{8}-\d{6}-\d{3}/, 'now')
        .replaceAll(/in \d+\.\d s;/, 'in 1.0 s;')
        .replaceAll(/\d+\.\d\d(?=  [0-9a-f]{8})/, '1.00')
        .replaceAll(/ +/, ' ') }
def console = plain((scenario.text('../../../../docs/first-sync.md') =~ /(?s)```console\n(.*?)```/)*.getAt(1).join(''))
def told = console.split(/(?m)^\$ /).drop(1).collect { it.readLines()*.trim() }

// Each command's lines are printed by the build that is the command, in this order.
def builds = plain(scenario.log.replaceAll(/\u001B\[\d*m/, '')).split('Scanning for projects').drop(1)
def commands = told.findAll { it[0].startsWith('mvn ') }
assert (scenario.text('invoker.properties') =~ /:dbsync-maven-plugin:\S+:(.*)/)*.getAt(1) == commands.collect { it[0] - 'mvn dbsync:' }
[commands, builds].transpose().each { command, build ->
    def printed = build.readLines().collect { (it - '[INFO]').trim() }
    def at = -1
    command.drop(1).each { line ->
        def next = printed.findIndexOf(at + 1) { it == line }
        assert next > at : "$line\nis not printed by ${command[0]}"
        at = next
    }
}

def overwritten = new File(basedir, '.dbsync/snapshots').listFiles().findAll { it.name.endsWith('-undo.sql') }.sort()
assert overwritten.size() == 2 && !overwritten[0].text.contains("'Tray'") && overwritten[1].text.contains("'Tray'")

// In the end the database is what it was, and so is the file that names it.
assert scenario.content('shop.db') == scenario.contentBefore('shop.db')
scenario.assertUnchangedExcept('shop.db', '.env.sqlite')

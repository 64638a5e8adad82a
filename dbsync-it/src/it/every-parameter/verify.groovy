import groovy.xml.XmlSlurper

def scenario = new io.github.dbsync.it.Scenario(basedir)
def xml = { file -> new XmlSlurper().parseText(scenario.text(file)) }

// What is set, as Maven prints it: for each goal, its parameters. A skipped goal has no others, so skip is shown elsewhere.
def goals = /(?s)Configuring mojo '[^']*:(\w+)' with redacting configurator -->(.*?)-- end configuration --/
def isSet = { build -> (build =~ goals).iterator().collectEntries { all, goal, block ->
    [goal, (block =~ /\(f\) (\w+) = (.*)/).iterator().collectEntries { line, name, value -> [name, value.trim()] }] } }
def (configured, given) = scenario.log.split('BUILD SUCCESS').collect(isSet)

def literals = xml('module/pom.xml').profiles.profile.build.plugins.plugin.configuration.children()
        .collectEntries { [it.name(), it.text()] }
def flags = (scenario.text('invoker.properties') =~ /-D([\w.]+)=(\S+)/).iterator().collectEntries { [it[1], it[2]] }
def isValue = { printed, value -> printed == value || printed == "[$value]" || printed?.endsWith('/' + value) }

def mojos = xml('../../../../dbsync-maven-plugin/target/classes/META-INF/maven/plugin.xml').mojos.mojo
        .findAll { it.goal != 'help' }
assert mojos.size() > 0
mojos.each { mojo ->
    mojo.parameters.parameter.findAll { it.name != 'skip' }.each { parameter ->
        def goal = mojo.goal.text()
        def name = parameter.name.text()
        def inPom = parameter.alias.text() ?: name
        def property = mojo.configuration[name].text() - '${' - '}'
        assert literals.containsKey(inPom) && configured[goal].containsKey(name)
        if (property) {
            assert isValue(configured[goal][name], literals[inPom])
            assert isValue(given[goal][name], flags[property])
        }
    }
}
scenario.assertNothingChanged()

package io.github.dbsync.maven;

import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.rules.RulesFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** A goal that has to know what values mean: the parameter that says it. */
abstract class RuledMojo extends DatabaseMojo {

    /**
     * What the values of columns mean and how SQLite keeps them, where their declared types do not say it: each a {@code
     * <rule>} with the words of {@code dbsync.yaml}, in which rules may stand too. In the POM only.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable PlexusConfiguration rules;

    RuledMojo(MavenBuild build) {
        super(build);
    }

    final ColumnRules columnRules() {
        return RulesFile.in(build.folder()).and(rulesOfPom());
    }

    /** As they stand there: Maven itself would not say which words a rule can have, and take the last of two. */
    private ColumnRules rulesOfPom() {
        return rules == null
                ? ColumnRules.NONE
                : ColumnRules.ofPom(
                        Stream.of(rules.getChildren()).map(RuledMojo::words).toList());
    }

    private static List<Map.Entry<String, String>> words(PlexusConfiguration rule) {
        return Stream.of(rule.getChildren())
                .map(word -> Map.entry(word.getName(), word.getValue("")))
                .toList();
    }
}

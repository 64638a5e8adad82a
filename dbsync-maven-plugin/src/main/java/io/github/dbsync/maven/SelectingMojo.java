package io.github.dbsync.maven;

import io.github.dbsync.plan.Selection;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.rules.RulesFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** A goal that reads rows: the parameters that say which take part, and what they mean. */
abstract class SelectingMojo extends DatabaseMojo {

    /** The tables that take part, with {@code *} and {@code ?}; all by default. */
    @Parameter(property = "dbsync.include")
    private List<String> include = List.of();

    /** The tables that do not take part, with {@code *} and {@code ?}. */
    @Parameter(property = "dbsync.exclude")
    private List<String> exclude = List.of();

    /**
     * What the values of columns mean and how SQLite keeps them, where their declared types do not say it: each a {@code
     * <rule>} with the words of {@code dbsync.yaml}, in which rules may stand too.
     */
    @Parameter
    private @Nullable PlexusConfiguration rules;

    SelectingMojo(MavenBuild build) {
        super(build);
    }

    final Selection selection() {
        return new Selection(include, exclude);
    }

    final ColumnRules columnRules() {
        return RulesFile.in(build.folder()).and(rulesOfPom());
    }

    /** As they stand there: Maven itself would not say which words a rule can have, and take the last of two. */
    private ColumnRules rulesOfPom() {
        return rules == null
                ? ColumnRules.NONE
                : ColumnRules.ofPom(
                        Stream.of(rules.getChildren()).map(SelectingMojo::words).toList());
    }

    private static List<Map.Entry<String, String>> words(PlexusConfiguration rule) {
        return Stream.of(rule.getChildren())
                .map(word -> Map.entry(word.getName(), word.getValue("")))
                .toList();
    }
}

package io.github.dbsync.maven;

import io.github.dbsync.plan.Selection;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that reads rows: the parameters that say which take part. */
abstract class SelectingMojo extends RuledMojo {

    /** The tables that take part, with {@code *} and {@code ?}; all by default. */
    @Parameter(property = "dbsync.include")
    private List<String> include = List.of();

    /** The tables that do not take part, with {@code *} and {@code ?}. */
    @Parameter(property = "dbsync.exclude")
    private List<String> exclude = List.of();

    SelectingMojo(MavenBuild build) {
        super(build);
    }

    final Selection selection() {
        return new Selection(include, exclude);
    }
}

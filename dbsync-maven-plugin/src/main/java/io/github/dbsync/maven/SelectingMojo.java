package io.github.dbsync.maven;

import io.github.dbsync.plan.Selection;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that reads rows: the parameters that say which take part. */
abstract class SelectingMojo extends RuledMojo {

    /**
     * Names of the tables that take part, separated by commas, with or without their schema; {@code *} and {@code ?} stand for any
     * characters and for one: {@code Book,audit_*}. By default all tables.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.include")
    private List<String> include = List.of();

    /**
     * Names of the tables that do not take part, in the form of {@code dbsync.include} and whatever that says. By default none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.exclude")
    private List<String> exclude = List.of();

    SelectingMojo(MavenBuild build) {
        super(build);
    }

    final Selection selection() {
        return new Selection(include, exclude);
    }
}

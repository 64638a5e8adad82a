package io.github.dbsync.appconfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A project's folder, and a request about it, put together by a test. */
record SampleProject(Path folder, EndsRequest request) {

    static final String SQLITE_SCHEMA =
            "datasource db {\n  provider = \"sqlite\"\n  url      = env(\"DATABASE_URL\")\n}\n";
    static final String POSTGRES_SCHEMA =
            "datasource db {\n  provider = \"postgresql\"\n  url      = env(\"DATABASE_URL\")\n}\n";

    static SampleProject in(Path folder) {
        return new SampleProject(folder, new EndsRequest(folder, null, null, null, null, null, Map.of()));
    }

    SampleProject file(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    SampleProject from(@Nullable String from) {
        return with(new EndsRequest(
                folder,
                from,
                request.to(),
                request.sqlite(),
                request.postgres(),
                request.env(),
                request.environment()));
    }

    SampleProject to(@Nullable String to) {
        return with(new EndsRequest(
                folder,
                request.from(),
                to,
                request.sqlite(),
                request.postgres(),
                request.env(),
                request.environment()));
    }

    SampleProject sqlite(@Nullable String sqlite) {
        return with(new EndsRequest(
                folder,
                request.from(),
                request.to(),
                sqlite,
                request.postgres(),
                request.env(),
                request.environment()));
    }

    SampleProject postgres(@Nullable String postgres) {
        return with(new EndsRequest(
                folder,
                request.from(),
                request.to(),
                request.sqlite(),
                postgres,
                request.env(),
                request.environment()));
    }

    SampleProject env(@Nullable String env) {
        return with(new EndsRequest(
                folder,
                request.from(),
                request.to(),
                request.sqlite(),
                request.postgres(),
                env,
                request.environment()));
    }

    SampleProject variable(String name, String value) {
        return with(new EndsRequest(
                folder,
                request.from(),
                request.to(),
                request.sqlite(),
                request.postgres(),
                request.env(),
                Map.of(name, value)));
    }

    Ends find() {
        return EndsFinder.find(request);
    }

    /** The project after a whole sync: the files changed as planned for the target as it is. */
    SwitchPlan switched() {
        return switched(TargetMigrations.UNKNOWN);
    }

    SwitchPlan switched(TargetMigrations migrations) {
        Ends ends = find();
        SwitchPlan plan = Switch.plan(ends, ends.target(), migrations);
        FileEdits.apply(folder, plan.edits());
        return plan;
    }

    private SampleProject with(EndsRequest changed) {
        return new SampleProject(folder, changed);
    }
}

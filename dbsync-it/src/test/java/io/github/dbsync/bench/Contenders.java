package io.github.dbsync.bench;

import static io.github.dbsync.bench.Contender.Direction.IN;
import static io.github.dbsync.bench.Contender.Direction.OUT;
import static java.util.stream.Collectors.joining;

import io.github.dbsync.bench.Course.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who takes part: dbsync, the parts of the work that nobody can do without, and the peers that are installed. */
final class Contenders {

    /** Whom the others are compared with. */
    static final String DBSYNC = "dbsync";

    private final Course course;
    private final MavenRun maven;
    private final List<Table> tables;

    Contenders(Course course, MavenRun maven) throws SQLException {
        this.course = course;
        this.maven = maven;
        this.tables = course.tables();
    }

    /** All of them, in the order of their turns. */
    List<Contender> all() throws IOException, SQLException {
        List<Contender> all = new ArrayList<>();
        all.add(new Contender(DBSYNC, IN, dbsync("sqlite", "digest")));
        all.add(new Contender("dbsync, verify=none", IN, dbsync("sqlite", "none")));
        all.add(new Contender("limit: psql, prepared binary, keys after", IN, psql("in.sql", preparedCopies(""))));
        if (course.hasLz4()) {
            all.add(new Contender(
                    "limit with lz4",
                    IN,
                    psql("in-lz4.sql", preparedCopies("SET default_toast_compression = 'lz4';\n"))));
        }
        all.add(new Contender("csv pipes", IN, csvIn()));
        if (isInstalled("pgloader")) {
            all.add(new Contender("pgloader", IN, pgloader()));
        }
        all.add(new Contender(DBSYNC, OUT, dbsync("postgres", "digest")));
        all.add(new Contender("dbsync, verify=none", OUT, dbsync("postgres", "none")));
        all.add(new Contender("limit: COPY to nothing", OUT, psql("out.sql", copiesToNothing())));
        all.add(new Contender("limit: sqlite3, prepared csv, no indexes", OUT, sqliteImport()));
        all.add(new Contender("csv pipes", OUT, csvOut()));
        return all;
    }

    private Command dbsync(String from, String verify) {
        boolean in = from.equals("sqlite");
        return maven.goal(
                course.folder(),
                "sync",
                "-Ddbsync.from=" + from,
                "-Ddbsync.sqlite=" + (in ? course.source() : course.target()),
                "-Ddbsync.postgres=" + course.url(in ? Course.TARGET : Course.LOADED),
                "-Ddbsync.verify=" + verify);
    }

    private String preparedCopies(String settings) {
        return "BEGIN;\n" + settings + "\\i before.sql\n"
                + lines(table ->
                        "\\copy public.\"" + table.name() + "\" FROM '" + table.name() + ".bin' (FORMAT binary)")
                + "\\i after.sql\nCOMMIT;\n";
    }

    private String copiesToNothing() {
        return "\\c " + Course.LOADED + "\n"
                + lines(table -> "\\copy \"" + table.name() + "\" TO '/dev/null' (FORMAT binary)");
    }

    private Command csvIn() throws IOException {
        Path script = write(
                "csv-in.sh",
                "psql -q -v ON_ERROR_STOP=1 -f before.sql target\n"
                        + lines(table -> "sqlite3 -csv source.db 'SELECT "
                                + table.columns().replace("'", "'\\''") + " FROM \""
                                + table.name() + "\"' | psql -q -v ON_ERROR_STOP=1 -c '\\copy \"" + table.name()
                                + "\" FROM STDIN CSV' target")
                        + "psql -q -v ON_ERROR_STOP=1 -f after.sql target\n");
        return shell("source " + script.getFileName());
    }

    private Command pgloader() {
        return shell("pgloader --quiet --root-dir pgloader --on-error-stop sqlite://" + course.source() + " "
                + course.url(Course.TARGET));
    }

    private Command sqliteImport() throws IOException, SQLException {
        Path script = write(
                "out.sqlite",
                ".bail on\n" + course.sqliteScript("table") + ".mode csv\n"
                        + lines(table -> ".import " + table.name() + ".csv " + table.name()));
        return shell("sqlite3 target.db < " + script.getFileName());
    }

    private Command csvOut() throws IOException, SQLException {
        Path script = write(
                "csv-out.sqlite",
                ".bail on\n" + course.sqliteScript("table") + ".mode csv\n"
                        + lines(table -> ".import \"|psql -c '\\\\copy " + table.name() + " TO STDOUT CSV' "
                                + Course.LOADED + "\" " + table.name())
                        + course.sqliteScript("index"));
        return shell("sqlite3 target.db < " + script.getFileName());
    }

    private Command psql(String name, String script) throws IOException {
        write(name, script);
        return shell("psql -q -v ON_ERROR_STOP=1 -f " + name + " " + Course.TARGET);
    }

    private Command shell(String line) {
        return Command.shell(course.folder(), line, course.environment());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(course.folder().resolve(name), text);
    }

    private String lines(Function<Table, String> line) {
        return tables.stream().map(line.andThen(text -> text + "\n")).collect(joining());
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What has to be there before anybody's turn: the rows in PostgreSQL, and files of them. */
    static void prepare(Course course, MavenRun maven, Meter meter)
            throws IOException, InterruptedException, SQLException {
        course.createDatabase(Course.LOADED);
        meter.run(maven.goal(
                course.folder(),
                "sync",
                "-Ddbsync.from=sqlite",
                "-Ddbsync.sqlite=" + course.source(),
                "-Ddbsync.postgres=" + course.url(Course.LOADED)));
        String dump = "pg_dump --exclude-schema=dbsync --no-owner --section=";
        String copies = course.tables().stream()
                .flatMap(table -> Stream.of(
                        "\\copy \"" + table.name() + "\" TO '" + table.name() + ".bin' (FORMAT binary)\n",
                        "\\copy \"" + table.name() + "\" TO '" + table.name() + ".csv' (FORMAT csv)\n"))
                .collect(joining());
        Files.writeString(course.folder().resolve("prepare.sql"), copies);
        meter.run(Command.shell(
                course.folder(),
                dump + "pre-data -f before.sql loaded; " + dump + "post-data -f after.sql loaded; "
                        + "psql -q -v ON_ERROR_STOP=1 -f prepare.sql loaded",
                course.environment()));
    }
}

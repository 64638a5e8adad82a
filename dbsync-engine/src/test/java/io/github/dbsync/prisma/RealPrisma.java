package io.github.dbsync.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dbsync.Syncs;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The real Prisma, on a database: an outside judge, as the profile {@code prisma} installs it. Where it is absent, the test
 * is skipped.
 */
public final class RealPrisma {

    private static final Path FOLDER = Path.of("target/prisma").toAbsolutePath();

    private static final int NODE_OF_COMMAND_LINE = 20;

    private final String provider;
    private final String url;

    private RealPrisma(String provider, String url) {
        this.provider = provider;
        this.url = url;
    }

    public static RealPrisma on(Path sqlite) {
        return new RealPrisma("sqlite", "file:" + sqlite.toAbsolutePath());
    }

    public static RealPrisma on(PostgresDatabase database) {
        return new RealPrisma("postgresql", Syncs.url(database));
    }

    /** For each schema file of a folder a line: {@code OK} or {@code FAIL}, and its name. */
    public static List<String> verdicts(Path folder) {
        return run("prisma.mjs", "verdicts", folder.toString()).lines().toList();
    }

    /** What Prisma's command line says in a project's folder, such as {@code migrate status}; it must succeed. */
    public static String cli(Path project, String... arguments) {
        Answer answer = commandLine(project, arguments);
        assertThat(answer.exit())
                .as("prisma %s: %s", List.of(arguments), answer.printed())
                .isZero();
        return answer.printed();
    }

    /** The code of the error, such as {@code P3005}, by which Prisma's command line fails in a project's folder. */
    public static String failure(Path project, String... arguments) {
        Answer answer = commandLine(project, arguments);
        return answer.printed()
                .lines()
                .filter(line -> line.startsWith("Error: "))
                .map(line -> line.substring("Error: ".length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.printed()));
    }

    /** What {@code prisma migrate diff --from-empty --script} says of a schema. */
    public String ddl(Path schema) {
        return ask("ddl", schema);
    }

    /** Brings the database to a schema, as {@code prisma db push} does. */
    public void push(Path schema) {
        assertThat(ask("push", schema)).isEmpty();
    }

    /** What {@code prisma db push} would still change: empty where the database is what the schema says. */
    public String drift(Path schema) {
        return ask("drift", schema);
    }

    /** Writes into a file what {@code prisma db pull} takes the database's schema for. */
    public Path pull(Path schema) throws IOException {
        Files.writeString(schema, "datasource db {\n  provider = \"" + provider + "\"\n}\n");
        return Files.writeString(schema, ask("pull", schema));
    }

    private String ask(String command, Path schema) {
        return run("prisma.mjs", command, schema.toString(), provider, url);
    }

    /** What a script of {@code src/test/prisma} prints; it must succeed. */
    static String run(String script, String... arguments) {
        Answer answer = answer(FOLDER, script, arguments);
        assertThat(answer.exit())
                .as("%s %s: %s", script, arguments[0], answer.printed())
                .isZero();
        return answer.printed();
    }

    private static Answer commandLine(Path project, String... arguments) {
        assumeInstalled();
        assumeTrue(
                nodeMajor() >= NODE_OF_COMMAND_LINE,
                "skipped: Prisma's command line needs Node " + NODE_OF_COMMAND_LINE + " or newer");
        return answer(project, "cli.mjs", arguments);
    }

    private static Answer answer(Path workingFolder, String script, String... arguments) {
        assumeInstalled();
        List<String> command =
                new ArrayList<>(List.of("node", FOLDER.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return run(workingFolder, command);
    }

    private static void assumeInstalled() {
        assumeTrue(
                Files.isDirectory(FOLDER.resolve("node_modules")),
                "skipped: the real Prisma is not installed; with Node and npm, mvn -Pprisma installs it");
    }

    private static int nodeMajor() {
        String version = run(FOLDER, List.of("node", "--version")).printed();
        return Integer.parseInt(version.substring(1, version.indexOf('.')));
    }

    private static Answer run(Path workingFolder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(workingFolder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Answer(int exit, String printed) {}
}

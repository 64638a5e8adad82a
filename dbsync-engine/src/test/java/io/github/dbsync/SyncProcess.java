package io.github.dbsync;

import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.proposal.Proposal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sync in a process of its own that prints a line at each event, so that it can be killed at any of them. */
final class SyncProcess {

    /** Most of what such a process does is to start. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private SyncProcess() {}

    /** The process: {@code from}, SQLite file, PostgreSQL URL. */
    public static void main(String[] arguments) {
        Path sqlite = Path.of(arguments[1]);
        DbSync dbSync = new DbSync(new Agreeing(), new Printing(), where -> {
            throw new IllegalStateException("no embedded server here");
        });
        dbSync.sync(Syncs.request(arguments[0], sqlite, arguments[2], Selection.ALL));
        event("end");
    }

    /**
     * Runs a sync and kills it (SIGKILL).
     *
     * @param events after how many events
     * @param thenMillis and how long after the last of them
     * @return whether it was killed before it came to its end
     */
    static boolean killed(String from, Path sqlite, PostgresDatabase database, int events, long thenMillis)
            throws IOException, InterruptedException {
        Process process = start(List.of(), from, sqlite, database).start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = "";
            for (int event = 0; event < events && line != null; event++) {
                line = lines.readLine();
            }
            Thread.sleep(thenMillis);
            process.destroyForcibly();
            return process.waitFor() != 0;
        }
    }

    /** The process, not yet started; its standard error is that of the tests. */
    static ProcessBuilder start(List<String> jvmOptions, String from, Path sqlite, PostgresDatabase database) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SyncProcess.class.getName()));
        command.addAll(List.of(from, sqlite.toString(), Syncs.url(database)));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static void event(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static final class Agreeing implements Confirmation {
        @Override
        public void show(Proposal proposal) {
            event("show");
        }

        @Override
        public boolean agree(Proposal proposal) {
            event("agree");
            return true;
        }
    }

    private static final class Printing implements Progress {
        @Override
        public void stage(String stage) {
            event(stage);
        }

        @Override
        public void rows(String table, long done, long total) {
            event(table + " " + done);
        }
    }
}

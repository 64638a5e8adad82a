package io.github.dbsync.embedded;

import io.github.dbsync.feedback.DbSyncException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from a folder to a running server. */
final class ServerStart {

    /** PostgreSQL 17 brings a locale of its own that is the same on every system. */
    private static final int FIRST_WITH_BUILTIN_LOCALE = 17;

    private static final int ATTEMPTS = 3;

    private final ServerFolder folder;
    private final Durability durability;

    ServerStart(ServerFolder folder, Durability durability) {
        this.folder = folder;
        this.durability = durability;
    }

    EmbeddedPostgresServer run(Path binariesJar, Path cache, FolderLock lock) throws IOException {
        boolean first = !folder.hasData();
        if (first) {
            folder.keepOutOfGit();
            folder.createPassword();
        }
        ServerUser user = ServerUser.lookup(folder.where());
        Binaries binaries = Binaries.unpacked(binariesJar, user.another() ? folder.file("binaries") : cache);
        if (first) {
            initialise(user, binaries);
        } else {
            checkMajor(binaries);
            new LeftoverServer(folder).clear(user, binaries);
        }
        return start(user, binaries, lock);
    }

    private void checkMajor(Binaries binaries) throws IOException {
        if (folder.dataMajor() != binaries.major()) {
            throw StartProblems.otherMajor(folder, binaries.major());
        }
    }

    /** Makes the data beside and renames it, so that there is never half of it. */
    private void initialise(ServerUser user, Binaries binaries) throws IOException {
        Path beside = folder.file("data.part");
        Folders.delete(beside);
        Command initdb = Command.run(initdb(user, binaries, beside));
        if (!initdb.succeeded()) {
            throw StartProblems.notStarted(folder.where(), initdb.output());
        }
        Files.move(beside, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdb(ServerUser user, Binaries binaries, Path data) {
        List<String> words = new ArrayList<>(user.command(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=" + EmbeddedPostgresServer.SUPERUSER,
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8"));
        words.addAll(localeOptions(binaries.major()));
        words.addAll(durability.initOptions());
        return words;
    }

    /** Order by code point, as SQLite's BINARY collation has it; where the version can, with the case rules of Unicode. */
    private static List<String> localeOptions(int major) {
        return major >= FIRST_WITH_BUILTIN_LOCALE
                ? List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
                : List.of("--locale=C");
    }

    private EmbeddedPostgresServer start(ServerUser user, Binaries binaries, FolderLock lock) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = folder.choosePort();
            Supervisor supervisor = start(user, binaries, port);
            if (supervisor != null) {
                folder.rememberPort(port);
                return EmbeddedPostgresServer.running(lock, supervisor, port, folder.password());
            }
            if (ServerFolder.isFree(port)) {
                break;
            }
        }
        throw notStarted();
    }

    private @Nullable Supervisor start(ServerUser user, Binaries binaries, int port) throws IOException {
        Files.deleteIfExists(folder.log());
        return Supervisor.start(user, binaries, folder, options(port));
    }

    private String options(int port) {
        return "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                + " -c timezone=UTC -c log_timezone=UTC -c max_wal_size=2GB" + durability.serverOptions();
    }

    private DbSyncException notStarted() throws IOException {
        return StartProblems.notStarted(folder.where(), folder.logTail());
    }
}

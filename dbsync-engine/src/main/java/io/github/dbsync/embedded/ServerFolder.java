package io.github.dbsync.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The folder of one server: its data, its password, the port it had last, its log.
 *
 * @param where the folder
 */
record ServerFolder(EmbeddedPostgres where) {

    private static final int PASSWORD_BYTES = 24;
    private static final int SHOWN_LOG_LINES = 12;

    Path data() {
        return file("data");
    }

    Path log() {
        return file("log");
    }

    Path passwordFile() {
        return file("password");
    }

    Path file(String name) {
        return where.folder().resolve(name);
    }

    boolean hasData() {
        return Files.exists(data());
    }

    /** The major version that the data was made by. */
    int dataMajor() throws IOException {
        return Integer.parseInt(
                Files.readString(data().resolve("PG_VERSION"), UTF_8).strip());
    }

    Secret password() throws IOException {
        return new Secret(Files.readString(passwordFile(), UTF_8).strip());
    }

    /** Nobody wants a server's data or its password in a repository. */
    void keepOutOfGit() throws IOException {
        Files.writeString(file(".gitignore"), "*\n", UTF_8);
    }

    /** Makes a new password; nobody but the owner ever sees the file. */
    void createPassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile(), Folders.ownerOnly(where.folder()));
        Files.writeString(
                passwordFile(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(random),
                UTF_8,
                StandardOpenOption.WRITE);
    }

    /** The port of the last time where it is free, so that a URL that somebody noted stays right; else any free one. */
    int choosePort() throws IOException {
        int last = lastPort();
        return isFree(last) ? last : anyFreePort();
    }

    void rememberPort(int port) throws IOException {
        Files.writeString(file("port"), Integer.toString(port), UTF_8);
    }

    private int lastPort() throws IOException {
        if (!Files.exists(file("port"))) {
            return 0;
        }
        String text = Files.readString(file("port"), UTF_8).strip();
        return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 0;
    }

    static boolean isFree(int port) {
        if (port <= 0 || port > 65535) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The last lines of the server's log, which are in English and may be in any encoding. */
    String logTail() throws IOException {
        if (!Files.exists(log())) {
            return "";
        }
        List<String> lines = Files.readAllLines(log(), Charset.forName("ISO-8859-1"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
    }
}

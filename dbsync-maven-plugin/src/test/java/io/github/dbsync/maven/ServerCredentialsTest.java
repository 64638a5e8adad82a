package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.feedback.DbSyncException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** Passwords of settings.xml, through Maven's own encryption. */
class ServerCredentialsTest {

    private static final String MASTER = "master of all";

    @TempDir
    private Path home;

    @Test
    void a_server_gives_user_and_password() throws Exception {
        assertThat(credentials("ann", "secret").over(Map.of("PATH", "/bin", "PGUSER", "bob"), "shop"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("PATH", "/bin", "PGUSER", "ann", "PGPASSWORD", "secret"));
    }

    @Test
    void an_encrypted_password_is_decrypted() throws Exception {
        String encrypted = new DefaultPlexusCipher().encryptAndDecorate("secret", MASTER);

        assertThat(credentials("ann", encrypted).over(Map.of(), "shop")).containsEntry("PGPASSWORD", "secret");
    }

    @Test
    void a_password_encrypted_by_another_master_is_refused() throws Exception {
        String encrypted = new DefaultPlexusCipher().encryptAndDecorate("secret", "another master");
        ServerCredentials credentials = credentials("ann", encrypted);

        assertThatThrownBy(() -> credentials.over(Map.of(), "shop"))
                .isInstanceOf(DbSyncException.class)
                .hasMessageContaining("shop")
                .hasMessageContaining("mvn --encrypt-password")
                .hasMessageNotContaining(encrypted);
    }

    @Test
    void a_server_that_is_not_there_is_refused_with_what_to_add() throws Exception {
        ServerCredentials credentials = credentials("ann", "secret");

        assertThatThrownBy(() -> credentials.over(Map.of(), "office"))
                .isInstanceOf(DbSyncException.class)
                .hasMessageContaining("<server><id>office</id>")
                .hasMessageContaining("-Ddbsync.postgresServerId");
    }

    @Test
    void without_an_id_the_environment_is_as_it_is() throws Exception {
        assertThat(credentials("ann", "secret").over(Map.of("PGUSER", "bob"), null))
                .isEqualTo(Map.of("PGUSER", "bob"));
    }

    private ServerCredentials credentials(String user, String password) throws Exception {
        Server server = new Server();
        server.setId("shop");
        server.setUsername(user);
        server.setPassword(password);
        Settings settings = new Settings();
        settings.addServer(server);
        DefaultPlexusCipher cipher = new DefaultPlexusCipher();
        String master = cipher.encryptAndDecorate(MASTER, DefaultSecDispatcher.SYSTEM_PROPERTY_SEC_LOCATION);
        Path security = Files.writeString(
                home.resolve("settings-security.xml"),
                "<settingsSecurity><master>" + master + "</master></settingsSecurity>");
        return new ServerCredentials(
                settings,
                new DefaultSettingsDecrypter(new DefaultSecDispatcher(cipher, Map.of(), security.toString())));
    }
}

package io.github.dbsync.maven;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/**
 * User and password that a developer keeps in {@code settings.xml}, encrypted or not (Maven guide, "Password Encryption").
 *
 * @param settings the settings of this run of Maven
 * @param decrypter Maven's own
 */
record ServerCredentials(Settings settings, SettingsDecrypter decrypter) {

    /**
     * The environment as it would be had the developer set {@code PGUSER} and {@code PGPASSWORD} to what a {@code <server>}
     * says.
     *
     * @param id the server's id, or null for the environment as it is
     * @throws DbSyncException where there is no such server, or its password cannot be decrypted
     */
    Map<String, String> over(Map<String, String> environment, @Nullable String id) {
        if (id == null) {
            return environment;
        }
        Server server = decrypted(id);
        Map<String, String> merged = new HashMap<>(environment);
        put("PGUSER", server.getUsername(), merged);
        put("PGPASSWORD", server.getPassword(), merged);
        return merged;
    }

    private Server decrypted(String id) {
        Server server = settings.getServer(id);
        if (server == null) {
            throw refused(
                    "The settings have no server " + id + ".",
                    "dbsync.postgresServerId names a <server> that is in none of Maven's settings.xml files.",
                    "Add <server><id>" + id + "</id><username>..</username><password>..</password></server> to"
                            + " ~/.m2/settings.xml, or correct -Ddbsync.postgresServerId");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            throw refused(
                    "The password of the server " + id + " in the settings cannot be decrypted.",
                    problem.getMessage(),
                    "Encrypt it anew: mvn --encrypt-master-password into ~/.m2/settings-security.xml, then"
                            + " mvn --encrypt-password into ~/.m2/settings.xml");
        }
        return result.getServer();
    }

    private static void put(String variable, @Nullable String value, Map<String, String> environment) {
        if (value != null) {
            environment.put(variable, value);
        }
    }

    private static DbSyncException refused(String what, String why, String remedy) {
        return new DbSyncException(
                Problem.refusal(ProblemCode.PARAMETER_INVALID, what, "-Ddbsync.postgresServerId", why, remedy));
    }
}

package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.appconfig.Origin;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.proposal.Protection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionTest {

    private static final SqliteFile FILE = new SqliteFile(Path.of("/shop/live.db"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.8.0.1", "::1"})
    void a_server_on_this_machine_needs_no_name(String host) {
        assertThat(Protection.of(on(host), stage("staging"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "10.0.0.1", "127.example.org", "localhost.example.org"})
    void a_server_elsewhere_needs_the_databases_name(String host) {
        assertThat(Protection.of(on(host), stage(null))).hasValueSatisfying(protection -> {
            protection.check(Optional.of("shop"));
            assertThatThrownBy(() -> protection.check(Optional.of("Shop")))
                    .isInstanceOfSatisfying(
                            DbSyncException.class,
                            refused -> assertThat(refused.problem().what()).contains("another name"));
            assertThatThrownBy(() -> protection.check(Optional.empty()))
                    .isInstanceOfSatisfying(DbSyncException.class, refused -> {
                        assertThat(refused.problem().code()).isEqualTo(ProblemCode.NAME_NOT_CONFIRMED);
                        assertThat(refused.problem().remedy()).contains("-Ddbsync.confirm=shop");
                    });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "prod", "PROD", "eu-prod", "live", "shop.production"})
    void a_stage_that_is_production_needs_the_name_wherever_it_is(String stage) {
        assertThat(Protection.of(on("localhost"), stage(stage))).isPresent();
        assertThat(Protection.of(FILE, stage(stage)))
                .hasValueSatisfying(protection -> protection.check(Optional.of("live.db")));
    }

    @Test
    void a_file_needs_no_name_else() {
        assertThat(Protection.of(FILE, stage("products"))).isEmpty();
    }

    private static PostgresDatabase on(String host) {
        return new PostgresDatabase(host, 5432, "shop", "ann", null, null, Map.of());
    }

    private static Origin stage(String stage) {
        return new Origin("somewhere", null, stage);
    }
}

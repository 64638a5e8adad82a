package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications of no framework, and what is told of any: drivers that are missing or unknown. */
class JdbcSwitchTest extends JdbcApplication {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.url=%s\n",
                "  db.url : %s",
                "db.url %s\r\nx=1",
                "db.url=\\\r\n    %s\r\n",
                "#\\\ndb.url=%s\r#",
                "javax.persistence.jdbc.url=%s\n\n",
            })
    void a_properties_file_of_no_framework_is_edited(String properties) {
        project.file("config/db.properties", properties.formatted("jdbc:sqlite:shop.db"));

        project.postgres(POSTGRES_URL).switched();
        assertThat(project.text("config/db.properties")).isEqualTo(properties.formatted(JDBC_URL + LOGIN));

        project.switched();
        assertThat(project.text("config/db.properties")).isEqualTo(properties.formatted("jdbc:sqlite:shop.db"));
    }

    @Test
    void every_other_byte_of_a_latin_1_file_stays() throws IOException {
        byte[] before = "# caf\u00e9\njdbc.url=jdbc:sqlite:shop.db\nx=\u00fc".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("db.properties"), before);

        project.postgres(POSTGRES_URL).switched();
        assertThat(Files.readAllBytes(folder.resolve("db.properties")))
                .isEqualTo(("# caf\u00e9\njdbc.url=" + JDBC_URL + LOGIN + "\nx=\u00fc")
                        .getBytes(StandardCharsets.ISO_8859_1));

        project.switched();
        assertThat(Files.readAllBytes(folder.resolve("db.properties"))).isEqualTo(before);
    }

    @Test
    void a_jdbc_url_in_an_env_file_takes_its_user_and_password_with_it() {
        String env = "export DB_URL='%s'\nDB_USER=%s\nDB_PASSWORD=%s # secret\n";
        project.file(".env", env.formatted(JDBC_URL, "ann", "p@ss"));

        Ends there = project.sqlite("shop.db").find();
        project.sqlite("shop.db").switched();

        assertThat(there.source()).isEqualTo(SHOP);
        assertThat(project.text(".env")).isEqualTo(env.formatted("jdbc:sqlite:shop.db", "ann", "p@ss"));
        assertThat(project.find().target()).isEqualTo(SHOP);
        project.switched();
        assertThat(project.text(".env")).isEqualTo(env.formatted(JDBC_URL, "ann", "p@ss"));
    }

    @Test
    void the_driver_of_sqlite_passes_user_and_password_over() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection(url, "ann", "p@ss");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE book (title TEXT)");
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("INSERT INTO book VALUES ('Solaris')"))
                    .isEqualTo(1);
        }
    }

    @Test
    void several_urls_in_plain_files_are_not_guessed_at() {
        project.file("a.properties", "one.url=jdbc:sqlite:a.db\n").file("b.properties", "url=jdbc:sqlite:b.db\n");

        assertThatThrownBy(project::find).isInstanceOfSatisfying(DbSyncException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(ProblemCode.SEVERAL_DATABASES);
            assertThat(refused.problem().where()).contains("a.properties:1 (one.url)", "b.properties:1 (url)");
            assertThat(refused.problem().remedy()).contains("-Ddbsync.from=sqlite", "-Ddbsync.postgres");
        });
        assertThat(project.from("sqlite").sqlite("a.db").find().findings())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.SEVERAL_DATABASES);
    }

    @Test
    void a_driver_that_nobody_knows_is_left_to_the_user() {
        project.file("db.properties", "jdbc.url=jdbc:sqlite:shop.db\njdbc.driver=com.p6spy.engine.spy.P6SpyDriver\n");

        SwitchPlan plan = project.postgres(POSTGRES_URL).switched();

        assertThat(plan.findings())
                .filteredOn(problem -> problem.code() == ProblemCode.SWITCH_LEFT_TO_USER)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.where()).endsWith("db.properties:2 (jdbc.driver)");
                    assertThat(problem.remedy()).contains("JDBC_DRIVER=<class> to .env.postgres");
                });
    }

    @Test
    void a_build_without_the_other_sides_driver_is_told_what_to_add() {
        project.file("db.properties", "url=jdbc:sqlite:shop.db\n");
        Ends ends = project.postgres(POSTGRES_URL).find();

        assertThat(MissingDrivers.of(ends, ends.target(), Set.of("org.postgresql:postgresql")))
                .isEmpty();
        assertThat(MissingDrivers.of(ends, ends.target(), Set.of("org.xerial:sqlite-jdbc")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy())
                        .contains("<groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42."));
        assertThat(MissingDrivers.of(
                        ends,
                        ends.source(),
                        Set.of("org.xerial:sqlite-jdbc", "org.springframework.boot:spring-boot-starter-data-jpa")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("hibernate-community-dialects"));
    }
}

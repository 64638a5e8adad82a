package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications of Spring Boot: where their database is found, and what of their files changes. */
class SpringSwitchTest extends JdbcApplication {

    @Test
    void a_spring_application_changes_in_its_tokens_only_and_comes_back_to_the_byte() {
        String properties = """
                # The shop. spring.datasource.url=jdbc:sqlite:no.db
                spring.datasource.url = %s
                spring.datasource.username:ann
                ! password
                spring.datasource.password p@ss
                spring.datasource.driverClassName=%s
                spring.jpa.database-platform=%s
                server.port=8080""".replace("\n", "\r\n");
        String before = properties.formatted(
                "jdbc:sqlite:data/shop.db?foreign_keys=on", "org.sqlite.JDBC", "com.example.SQLiteDialect");
        project.file("src/main/resources/application.properties", before);

        Ends there = project.postgres(POSTGRES_URL).find();
        project.postgres(POSTGRES_URL).switched();

        assertThat(there.source()).isEqualTo(new SqliteFile(folder.resolve("data/shop.db")));
        assertThat(there.sourceOrigin().where())
                .isEqualTo(folder.resolve("src/main/resources/application.properties") + ":2 (spring.datasource.url)");
        assertThat(project.text("src/main/resources/application.properties"))
                .isEqualTo(properties.formatted(
                        JDBC_URL, "org.postgresql.Driver", "org.hibernate.dialect.PostgreSQLDialect"));

        Ends back = project.find();
        assertThat(back.source()).isEqualTo(SHOP);
        assertThat(back.target()).isEqualTo(there.source());
        project.switched();

        assertThat(project.text("src/main/resources/application.properties")).isEqualTo(before);
        assertThat(project.find().target()).isEqualTo(SHOP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    jdbc:sqlite:shop.db         | jdbc:postgresql://localhost:5432/shop?user=ann&password=p%40ss
                    'jdbc:sqlite:it''s.db'      | 'jdbc:postgresql://localhost:5432/shop?user=ann&password=p%40ss'
                    "jdbc:sqlite:\\x73hop.db"   | "jdbc:postgresql://localhost:5432/shop?user=ann&password=p%40ss"
                    """)
    void yaml_keeps_its_style_its_comments_and_its_order(String before, String after) throws IOException {
        String yaml =
                "# h\u00e9\r\nspring:\r\n  datasource: # here\r\n    url:   %s # and here\r\n  application: {name: shop}\r\n"
                        + "---\r\nspring.config.activate.on-profile: other\r\nx: [1, 2]";
        project.file("src/main/resources/application.yml", "\uFEFF" + yaml.formatted(before));

        project.postgres(POSTGRES_URL).switched();
        assertThat(project.text("src/main/resources/application.yml")).isEqualTo("\uFEFF" + yaml.formatted(after));

        project.switched();
        assertThat(YamlFile.read(ConfigFile.readIfPresent(folder.resolve("src/main/resources/application.yml"))
                                .orElseThrow())
                        .get(0)
                        .lookup("spring.datasource.url"))
                .isPresent();
        if (!before.contains("\\x")) {
            assertThat(project.text("src/main/resources/application.yml")).isEqualTo("\uFEFF" + yaml.formatted(before));
        }
    }

    @Test
    void a_yaml_flow_mapping_is_edited_too() {
        String yaml = "spring: {datasource: {url: %s, username: %s, password: '%s'}, x: 1}\n";
        project.file("config/application.yaml", yaml.formatted("jdbc:sqlite:shop.db", "sa", ""));

        project.postgres(POSTGRES_URL).switched();
        assertThat(project.text("config/application.yaml")).isEqualTo(yaml.formatted(JDBC_URL, "ann", "p@ss"));

        project.switched();
        assertThat(project.text("config/application.yaml")).isEqualTo(yaml.formatted("jdbc:sqlite:shop.db", "sa", ""));
    }

    @Test
    void the_active_profile_is_switched_to_the_one_of_the_other_side() {
        String properties = "spring.profiles.active=dev, %s\n";
        project.file("src/main/resources/application.properties", properties.formatted("lite"))
                .file("src/main/resources/application-lite.yml", "spring.datasource.url: jdbc:sqlite:shop.db\n")
                .file(
                        "src/main/resources/application-pg.properties",
                        "spring.datasource.url=" + JDBC_URL + "\nspring.datasource.username=ann\n");

        Ends there = project.find();
        SwitchPlan plan = project.switched();

        assertThat(there.target().describe()).contains("shop on localhost:5432 as ann");
        assertThat(project.text("src/main/resources/application.properties")).isEqualTo(properties.formatted("pg"));
        assertThat(plan.edits()).hasSize(1);

        project.switched();
        assertThat(project.text("src/main/resources/application.properties")).isEqualTo(properties.formatted("lite"));
    }

    @Test
    void documents_of_one_file_are_profiles_too() {
        String yaml = """
                spring:
                  profiles:
                    active:
                      - cloud
                      - %s
                ---
                spring:
                  config.activate.on-profile: lite
                  datasource.url: jdbc:sqlite:shop.db
                ---
                spring:
                  config.activate.on-profile: pg
                  datasource.url: jdbc:postgresql://localhost:5432/shop?user=ann
                """;
        project.file("src/main/resources/application.yml", yaml.formatted("lite"));

        project.switched();

        assertThat(project.text("src/main/resources/application.yml")).isEqualTo(yaml.formatted("pg"));
    }

    @Test
    void two_profiles_of_the_other_side_need_a_name() {
        project.file("src/main/resources/application.properties", "spring.datasource.url=jdbc:sqlite:shop.db\n")
                .file("src/main/resources/application-test.properties", "spring.datasource.url=" + JDBC_URL + "\n")
                .file("src/main/resources/application-prod.properties", "spring.datasource.url=" + JDBC_URL + "2\n");

        assertThatThrownBy(project::find).isInstanceOfSatisfying(DbSyncException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(ProblemCode.SEVERAL_DATABASES);
            assertThat(refused.problem().remedy()).contains("-Ddbsync.env=prod or -Ddbsync.env=test");
        });
        assertThat(project.env("test").find().target().describe()).contains("database shop on");
    }

    @Test
    void a_placeholder_leads_to_the_env_file() {
        project.file("src/main/resources/application.yml", "spring.datasource.url: ${DB_URL:jdbc:sqlite:other.db}\n")
                .file(".env", "A=1\nDB_URL=\"jdbc:sqlite:shop.db\" # here\n");

        Ends there = project.postgres(POSTGRES_URL).find();
        project.postgres(POSTGRES_URL).switched();

        assertThat(there.source()).isEqualTo(new SqliteFile(folder.resolve("shop.db")));
        assertThat(project.text("src/main/resources/application.yml"))
                .isEqualTo("spring.datasource.url: ${DB_URL:jdbc:sqlite:other.db}\n");
        assertThat(project.text(".env")).isEqualTo("A=1\nDB_URL=\"" + JDBC_URL + LOGIN + "\" # here\n");

        project.switched();
        assertThat(project.text(".env")).isEqualTo("A=1\nDB_URL=\"jdbc:sqlite:shop.db\" # here\n");
    }

    @Test
    void what_stands_behind_a_placeholders_colon_is_edited_where_nobody_sets_its_name() {
        String yaml = "spring:\n  datasource:\n    url: ${DB_URL:%s}\n    username: ${DB_USER:%s}\n";
        project.file("src/main/resources/application.yml", yaml.formatted("jdbc:sqlite:shop.db", "nobody"));

        project.postgres(POSTGRES_URL).switched();

        assertThat(project.text("src/main/resources/application.yml"))
                .isEqualTo(yaml.formatted(JDBC_URL + "?password=p%40ss", "ann"));
        project.switched();
        assertThat(project.text("src/main/resources/application.yml"))
                .isEqualTo(yaml.formatted("jdbc:sqlite:shop.db", "nobody"));
    }

    @Test
    void a_url_put_together_from_placeholders_comes_back_as_it_was() {
        String properties = """
                db.host=localhost
                spring.datasource.url=jdbc:postgresql://${db.host}:${DB_PORT:5432}/shop
                spring.datasource.username=ann
                spring.datasource.password=${DB_PASSWORD:p@ss}
                """;
        project.file("src/main/resources/application.properties", properties);

        Ends there = project.sqlite("shop.db").find();
        project.sqlite("shop.db").switched();

        assertThat(there.source()).isEqualTo(SHOP);
        assertThat(project.text("src/main/resources/application.properties"))
                .isEqualTo(properties.replaceFirst("jdbc:postgresql.*", "jdbc:sqlite:shop.db"));
        assertThat(project.find().target()).isEqualTo(SHOP);
        project.switched();
        assertThat(project.text("src/main/resources/application.properties")).isEqualTo(properties);
    }

    @Test
    void broken_yaml_is_told_with_its_line() {
        project.file("src/main/resources/application.yml", "spring:\n  datasource:\n   - a\n  b: {\n");

        assertThatThrownBy(project::find).isInstanceOfSatisfying(DbSyncException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_MALFORMED);
            assertThat(refused.problem().where()).contains("application.yml:5");
        });
    }
}

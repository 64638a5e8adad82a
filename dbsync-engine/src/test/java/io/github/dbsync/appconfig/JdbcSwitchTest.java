package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that open their database through JDBC: where each is found, and what of its files changes. */
class JdbcSwitchTest {

    private static final String POSTGRES_URL = "postgresql://ann:p%40ss@localhost:5432/shop";
    private static final String JDBC_URL = "jdbc:postgresql://localhost:5432/shop";
    private static final String LOGIN = "?user=ann&password=p%40ss";
    private static final PostgresDatabase SHOP =
            new PostgresDatabase("localhost", 5432, "shop", "ann", new Secret("p@ss"), null, Map.of());

    @TempDir
    Path folder;

    private SampleProject project;

    @BeforeEach
    void emptyProject() {
        project = SampleProject.in(folder);
    }

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
    void mybatis_is_told_another_environment() {
        String xml = mybatis("%s", "<property name=\"url\" value=\"jdbc:sqlite:shop.db\"/>")
                .replace(
                        "</environments>",
                        "<environment id='postgres'><dataSource type='POOLED'><property name='url' value='" + JDBC_URL
                                + "'/><property name='username' value='ann'/></dataSource></environment></environments>");
        project.file("src/main/resources/mybatis-config.xml", xml.formatted("lite"));

        Ends there = project.find();
        project.switched();

        assertThat(there.sourceOrigin().where()).contains("mybatis-config.xml:");
        assertThat(there.target().describe()).contains("shop on localhost:5432 as ann");
        assertThat(project.text("src/main/resources/mybatis-config.xml")).isEqualTo(xml.formatted("postgres"));

        project.switched();
        assertThat(project.text("src/main/resources/mybatis-config.xml")).isEqualTo(xml.formatted("lite"));
    }

    @Test
    void the_one_environment_of_mybatis_is_edited() {
        String xml = mybatis(
                "lite",
                "<property name=\"driver\" value='%s'/>\r\n  <property  value=\"%s\" name=\"url\" ></property>"
                        + "<!-- value=\"jdbc:sqlite:shop.db\" -->");
        project.file(
                "src/main/resources/mybatis-config.xml", xml.formatted("org.sqlite.JDBC", "jdbc:sqlite:a&amp;b.db"));

        Ends there = project.postgres(POSTGRES_URL).find();
        project.postgres(POSTGRES_URL).switched();

        assertThat(there.source()).isEqualTo(new SqliteFile(folder.resolve("a&b.db")));
        assertThat(project.text("src/main/resources/mybatis-config.xml"))
                .isEqualTo(xml.formatted("org.postgresql.Driver", (JDBC_URL + LOGIN).replace("&", "&amp;")));

        project.switched();
        assertThat(project.text("src/main/resources/mybatis-config.xml"))
                .isEqualTo(xml.formatted("org.sqlite.JDBC", "jdbc:sqlite:a&amp;b.db"));
    }

    @Test
    void the_properties_file_that_mybatis_names_is_edited() {
        String xml = mybatis(
                        "lite",
                        "<property name='url' value='${db.url}'/><property name='username' value='${db.user}'/>")
                .replace("<environments", "<properties resource=\"db.properties\"/>\n<environments");
        project.file("src/main/resources/mybatis-config.xml", xml)
                .file("src/main/resources/db.properties", "db.url=jdbc\\:sqlite\\:shop.db\ndb.user=\n");

        project.postgres(POSTGRES_URL).switched();

        assertThat(project.text("src/main/resources/mybatis-config.xml")).isEqualTo(xml);
        assertThat(project.text("src/main/resources/db.properties"))
                .isEqualTo("db.url=jdbc\\:postgresql\\://localhost\\:5432/shop?password\\=p%40ss\ndb.user=ann\n");
        project.switched();
        assertThat(project.text("src/main/resources/db.properties"))
                .isEqualTo("db.url=jdbc\\:sqlite\\:shop.db\ndb.user=\n");
    }

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
    void statements_for_one_database_only_are_told() {
        String xml = mybatis("lite", "<property name='url' value='jdbc:sqlite:shop.db'/>")
                .replace(
                        "</configuration>",
                        "<databaseIdProvider type='DB_VENDOR'><property name='SQLite' value='lite'/>"
                                + "<property name='PostgreSQL' value='pg'/></databaseIdProvider></configuration>");
        project.file("src/main/resources/mybatis-config.xml", xml).file("src/main/resources/a/Mapper.xml", """
                        <mapper namespace="a.Mapper">
                          <select id="both" databaseId="lite">1</select><select id="both" databaseId="pg">1</select>
                          <select id="any">1</select><select id="any" databaseId="lite">1</select>
                          <update id="lite" databaseId="lite">1</update>
                        </mapper>
                        """);

        assertThat(project.postgres(POSTGRES_URL).switched().findings())
                .filteredOn(problem -> problem.code() == ProblemCode.SWITCH_LEFT_TO_USER)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.why()).endsWith("only: a.Mapper.lite");
                    assertThat(problem.remedy()).contains("databaseId=\"pg\"");
                });
        assertThat(project.switched().findings())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.PREVIOUS_URL_KEPT);
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

    @Test
    void broken_yaml_is_told_with_its_line() {
        project.file("src/main/resources/application.yml", "spring:\n  datasource:\n   - a\n  b: {\n");

        assertThatThrownBy(project::find).isInstanceOfSatisfying(DbSyncException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_MALFORMED);
            assertThat(refused.problem().where()).contains("application.yml:5");
        });
    }

    private static String mybatis(String active, String properties) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE configuration PUBLIC "-//mybatis.org//DTD Config 3.0//EN"
                    "https://mybatis.org/dtd/mybatis-3-config.dtd">
                <configuration>
                  <!-- <environments default="no"/> -->
                  <environments default="%s">
                    <environment id="lite"> <transactionManager type="JDBC"/>
                      <dataSource type="POOLED">%s</dataSource>
                    </environment>
                  </environments>
                </configuration>
                """.formatted(active, properties);
    }
}

package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import org.junit.jupiter.api.Test;

/** Applications of MyBatis: where their database is found, and what of their files changes. */
class MyBatisSwitchTest extends JdbcApplication {

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

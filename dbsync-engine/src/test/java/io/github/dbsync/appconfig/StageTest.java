package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The .env file of a stage in the place of .env, and the way back. */
class StageTest {

    private static final String ENV =
            "# mine\r\nDATABASE_URL=\"file:./dev.db\"\r\nKEY='one\r\ntwo' # all of it\r\nNAME=a";
    private static final String STAGING =
            "# staging\nDATABASE_URL=postgresql://ann:secret@127.0.0.1/shop\nNAME=b # c\n";

    @TempDir
    Path folder;

    private SampleProject project;

    @BeforeEach
    void projectWithStages() {
        project = SampleProject.in(folder)
                .file("prisma/schema.prisma", SampleProject.SQLITE_SCHEMA)
                .file(".env", ENV)
                .file(".env.staging", STAGING);
    }

    @Test
    void the_stages_file_becomes_env_with_all_its_keys_and_nothing_is_lost() {
        SwitchPlan plan = project.env("staging").switched();

        assertThat(project.text(".env")).isEqualTo(STAGING + "# From the .env before\nKEY='one\r\ntwo' # all of it\n");
        assertThat(project.text(".env.staging")).isEqualTo(STAGING);
        assertThat(project.text(".env.previous"))
                .isEqualTo("# Kept by dbsync: .env before .env.staging took its place\n" + ENV);
        assertThat(project.text("prisma/schema.prisma")).isEqualTo(SampleProject.POSTGRES_SCHEMA);
        assertThat(plan.findings()).extracting(Problem::code).containsExactly(ProblemCode.PREVIOUS_FILE_KEPT);
    }

    @Test
    void the_way_back_needs_no_name_and_restores_env_to_the_byte() {
        Ends there = project.env("staging").find();
        project.env("staging").switched();

        Ends back = project.find();
        project.switched();

        assertThat(back.source()).isEqualTo(there.target());
        assertThat(back.target()).isEqualTo(there.source());
        assertThat(project.text(".env")).isEqualTo(ENV);
        assertThat(project.text("prisma/schema.prisma")).isEqualTo(SampleProject.SQLITE_SCHEMA);
    }

    @Test
    void an_env_that_was_edited_since_is_not_replaced_on_the_way_back() {
        project.env("staging").switched();
        String edited = project.text(".env") + "NEW=1\n";
        project.file(".env", edited);

        project.sqlite("prisma/dev.db").switched();

        assertThat(project.text(".env"))
                .isEqualTo(edited.replace("postgresql://ann:secret@127.0.0.1/shop", "file:./dev.db"));
    }

    @Test
    void another_previous_env_moves_on() {
        project.file(".env.previous", "OLD=1\n").file(".env.previous-2", "OLDER=1\n");

        project.env("staging").switched();

        assertThat(project.text(".env.previous")).endsWith(ENV);
        assertThat(project.text(".env.previous-2")).isEqualTo("OLDER=1\n");
        assertThat(project.text(".env.previous-3")).isEqualTo("OLD=1\n");
    }

    @Test
    void an_unknown_stage_is_refused_with_those_that_are_there() {
        project.file(".env.test", STAGING);

        assertThatThrownBy(() -> project.env("stagging").find())
                .isInstanceOfSatisfying(DbSyncException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.ENV_FILE_MISSING);
                    assertThat(refused.problem().where()).endsWith(".env.stagging");
                    assertThat(refused.problem().remedy())
                            .contains("(-Ddbsync.env=staging, -Ddbsync.env=test)", "DATABASE_URL=");
                });
    }

    @Test
    void variables_of_a_stage_expand_as_dotenv_does() {
        project.file(
                ".env.staging",
                "HOST=127.0.0.1\nWORD='$HOST'\nDATABASE_URL=\"postgresql://ann:\\$HOST@$HOST:${PORT:-5433}/${BASE}\"\nBASE=shop\n");

        Ends ends = project.env("staging").find();

        assertThat(ends.target().describe()).contains("shop on 127.0.0.1:5433 as ann");
        assertThat(ends.target())
                .isInstanceOfSatisfying(
                        PostgresDatabase.class,
                        database -> assertThat(database.password().reveal()).isEqualTo("$HOST"));
    }

    @Test
    void what_stands_in_single_quotes_is_literal() {
        project.file(".env.staging", "WORD=x\nDATABASE_URL='postgresql://ann@127.0.0.1/${WORD}'\n");

        assertThat(project.env("staging").find().target().describe()).contains("database ${WORD} on");
    }
}

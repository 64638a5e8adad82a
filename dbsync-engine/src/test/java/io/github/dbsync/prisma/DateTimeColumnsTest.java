package io.github.dbsync.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form of each column follows its rows, then other rows, then what the application's files say. */
class DateTimeColumnsTest {

    private static final QualifiedName VALUES = QualifiedName.of("all_values");
    private static final QualifiedName POSTS = QualifiedName.of("Post");

    private List<Table> pushed;

    @BeforeEach
    void push() throws IOException {
        Schema schema = Schemas.parse("values/values.prisma").schema();
        pushed = SchemaPush.push(schema, Provider.SQLITE, 7).tables();
    }

    @Test
    void without_rows_it_is_what_the_files_say() {
        DateTimeColumns columns = new DateTimeColumns(pushed, Map.of(), DateTimeForm.usual(6, false));

        assertThat(form(columns, VALUES, "moment")).isEqualTo(InstantForm.MILLISECONDS);
        assertThat(form(columns, VALUES, "json")).isEqualTo(form(pushed, VALUES, "json"));
        assertThat(columns.findings(pushed)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.PRISMA_DATE_FORM);
            assertThat(finding.what()).isEqualTo("DateTime is written as milliseconds since 1970.");
            assertThat(finding.where())
                    .isEqualTo("columns all_values.moment, all_values.created_at, all_values.updated and 2 more");
            assertThat(finding.why()).contains("Prisma 6 writes it so without a driver adapter");
            assertThat(finding.remedy())
                    .contains("column: 'all_values.moment', type: timestamp, form: YYYY-MM-DDTHH:MM:SS.SSS+00:00");
        });
    }

    @Test
    void a_column_follows_its_rows_and_one_without_rows_those_of_the_others() {
        DateTimeColumns columns = new DateTimeColumns(
                pushed,
                Map.of(
                        VALUES,
                        Map.of("moment", InstantForm.MILLISECONDS, "updated", InstantForm.MILLISECONDS),
                        POSTS,
                        Map.of("published", InstantForm.ISO_TEXT)),
                DateTimeForm.usual(7, true));

        assertThat(form(columns, VALUES, "moment")).isEqualTo(InstantForm.MILLISECONDS);
        assertThat(form(columns, VALUES, "created_at")).isEqualTo(InstantForm.MILLISECONDS);
        assertThat(form(columns, POSTS, "published")).isEqualTo(InstantForm.ISO_TEXT);
        assertThat(columns.findings(pushed))
                .extracting(Problem::what)
                .containsExactly(
                        "DateTime is written as milliseconds since 1970.", "DateTime is written as ISO 8601 text.");
        assertThat(columns.findings(pushed))
                .allSatisfy(finding -> assertThat(finding.why()).contains("the rows that the target has now"));
    }

    private static StoredForm form(DateTimeColumns columns, QualifiedName table, String column) {
        return form(columns.decided(), table, column);
    }

    private static StoredForm form(List<Table> tables, QualifiedName table, String column) {
        return tables.stream()
                .filter(found -> found.name().equals(table))
                .flatMap(found -> found.lookupColumn(column).stream())
                .findFirst()
                .orElseThrow()
                .type()
                .form();
    }
}

package io.github.dbsync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    @ParameterizedTest
    @CsvSource({
        "users,      users,        true",
        "users,      user,         false",
        "USERS,      users,        true",
        "user?,      users,        true",
        "u*s,        users,        true",
        "*,          users,        true",
        "audit.*,    users,        false",
        "public.u*,  users,        true",
        "a.b,        users,        false",
        "u(s|x)ers,  users,        false"
    })
    void a_pattern_is_a_name_with_wildcards(String pattern, String table, boolean matches) {
        Selection selection = new Selection(List.of(pattern), List.of());
        assertThat(selection.contains(new QualifiedName("public", table))).isEqualTo(matches);
    }

    @Test
    void exclude_wins_over_include() {
        Selection selection = new Selection(List.of("u*"), List.of("users"));
        assertThat(selection.contains(QualifiedName.of("users"))).isFalse();
        assertThat(selection.contains(QualifiedName.of("uploads"))).isTrue();
    }

    @Test
    void without_patterns_every_table_takes_part() {
        assertThat(Selection.ALL.contains(QualifiedName.of("users"))).isTrue();
    }

    @Test
    void a_pattern_that_matches_nothing_is_refused() {
        Selection selection = new Selection(List.of("users"), List.of("usres"));
        assertThat(selection.check(catalogOf("users"), List.of(), List.of()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PATTERN_MATCHES_NOTHING))
                .satisfies(problem -> assertThat(problem.what()).contains("usres"))
                .matches(Problem::refuses);
    }

    private static Catalog catalogOf(String table) {
        Table users = new Table(
                QualifiedName.of(table), List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of(), null);
        return new Catalog("sqlite", "3", List.of(users), List.of(), List.of(), Map.of());
    }
}

package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.Expression;
import io.github.dbsync.sqlite.ParsedTable.ParsedExpression;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of SQLite's expressions mean the same elsewhere. */
@Tag("locale")
class ExpressionReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a > 0 AND b IS NOT NULL",
                "a == 1 OR a != 2",
                "[a] IN (1, 2) AND NOT (\"b\" = 'x''y')",
                "a BETWEEN 1 AND 10 AND a >= b",
                "length(b) > 3",
                "coalesce(a, 0) * 2 - 1 < 1e3",
                "b || 'x' = 'y'",
            })
    void portable(String condition) {
        assertThat(read(condition).portable()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b LIKE 'x%'",
                "b GLOB 'x*'",
                "a / 2 > 1",
                "a % 2 = 0",
                "a IS 1",
                "a NOTNULL",
                "a NOT NULL",
                "unknown > 0",
                "\"no column\" = b",
                "typeof(a) = 'integer'",
                "a = b = 1",
                "a < b < 3",
                "a || b + 1 = 3",
                "a > 0x10",
                "a & 1 = 1",
                "x'00' = b",
                "b COLLATE NOCASE = 'x'",
                "CASE WHEN a THEN 1 END",
            })
    void not_portable(String condition) {
        assertThat(read(condition).portable()).isNull();
    }

    @Test
    void names_have_the_spelling_of_the_column() {
        assertThat(read("A <> 1").portable())
                .containsExactly(
                        new Expression.Token.Name("a"),
                        new Expression.Token.Word("<>"),
                        new Expression.Token.Number("1"));
    }

    private static Expression read(String condition) {
        return new ExpressionReader(List.of("a", "b"))
                .read(new ParsedExpression(condition, SqliteTokenizer.tokens(condition)));
    }
}

package io.github.dbsync.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DigesterTest {

    @Test
    void the_order_of_rows_does_not_matter() {
        assertThat(digest(row(1L, "a"), row(2L, "b"))).isEqualTo(digest(row(2L, "b"), row(1L, "a")));
    }

    @Test
    void how_often_a_row_comes_does_matter() {
        assertThat(digest(row(1L, "a"), row(1L, "a"))).isNotEqualTo(digest(row(1L, "a")));
        assertThat(digest(row(1L, "a"), row(1L, "a"), row(2L, "b")))
                .isNotEqualTo(digest(row(1L, "a"), row(2L, "b"), row(2L, "b")));
    }

    @Test
    void null_is_no_value() {
        assertThat(digest(row(null, "a"))).isNotEqualTo(digest(row(0L, "a")));
        assertThat(digest(row(1L, null))).isNotEqualTo(digest(row(1L, "")));
    }

    @Test
    void values_do_not_run_into_each_other() {
        assertThat(digest(texts("ab", "c"))).isNotEqualTo(digest(texts("a", "bc")));
        assertThat(digest(texts("", null))).isNotEqualTo(digest(texts(null, "")));
    }

    @Test
    void negative_zero_is_not_zero() {
        assertThat(digest(doubles(0.0))).isNotEqualTo(digest(doubles(-0.0)));
        assertThat(digest(doubles(Double.NaN))).isEqualTo(digest(doubles(Double.NaN)));
    }

    @Test
    void values_of_any_length_count_to_their_last_byte() {
        String longText = "x".repeat(100_000);
        assertThat(digest(row(1L, longText + "a"))).isNotEqualTo(digest(row(1L, longText + "b")));
    }

    @Test
    void swapped_values_are_noticed() {
        assertThat(digest(row(1L, "a"), row(2L, "b"))).isNotEqualTo(digest(row(1L, "b"), row(2L, "a")));
    }

    private record Row(List<LogicalType> types, List<@Nullable Object> values) {}

    private static Row row(@Nullable Long number, @Nullable String text) {
        return new Row(List.of(new LogicalType.Int(8), new LogicalType.Text(null, false)), Arrays.asList(number, text));
    }

    private static Row texts(@Nullable String first, @Nullable String second) {
        LogicalType text = new LogicalType.Text(null, false);
        return new Row(List.of(text, text), Arrays.asList(first, second));
    }

    private static Row doubles(double value) {
        return new Row(List.of(new LogicalType.Float(8)), List.of(value));
    }

    private static TableDigest digest(Row... rows) {
        Batch batch = Batch.of(table(rows[0].types()));
        for (Row row : rows) {
            for (int column = 0; column < row.values().size(); column++) {
                put(batch, column, row.values().get(column));
            }
            batch.endRow();
        }
        Digester digester = new Digester();
        digester.add(batch);
        return digester.digest();
    }

    private static void put(Batch batch, int column, @Nullable Object value) {
        int row = batch.rows();
        if (value == null) {
            batch.column(column).setNull(row);
        } else if (value instanceof Long number) {
            batch.longs(column).set(row, number);
        } else if (value instanceof Double number) {
            batch.doubles(column).set(row, number);
        } else {
            batch.bytes(column).set(row, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Table table(List<LogicalType> types) {
        List<Column> columns = IntStream.range(0, types.size())
                .mapToObj(i -> new Column("c" + i, new ColumnType(types.get(i), ""), true, null, null, null, null))
                .toList();
        return new Table(
                QualifiedName.of("t"), columns, null, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }
}

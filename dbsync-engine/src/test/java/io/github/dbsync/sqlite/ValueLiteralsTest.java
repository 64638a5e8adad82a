package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.dialect.DumpInput;
import io.github.dbsync.sqlite.PackedRow.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQLite and dbsync read from a literal is what was written, to the bit. */
class ValueLiteralsTest {

    private static final long SEED = 20_260_729;

    @Test
    void of_numbers_of_every_size() throws Exception {
        Random random = new Random(SEED);
        double[] numbers = DoubleStream.concat(
                        DoubleStream.of(
                                0,
                                -0.0,
                                0.1,
                                1e15,
                                -1e15,
                                1e22,
                                Double.MIN_VALUE,
                                Double.MAX_VALUE,
                                Double.MIN_NORMAL,
                                1 / 3.0,
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY,
                                123456789012345680.0),
                        random.longs(2000)
                                .mapToDouble(Double::longBitsToDouble)
                                .filter(number -> !Double.isNaN(number)))
                .toArray();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            for (double number : numbers) {
                String literal = literal(new Value(false, number), StandardCharsets.UTF_8);
                try (ResultSet row = statement.executeQuery("SELECT " + literal)) {
                    assertThat(Double.doubleToLongBits(row.getDouble(1)))
                            .as(literal)
                            .isEqualTo(Double.doubleToLongBits(number));
                }
                assertThat(read(literal, StandardCharsets.UTF_8).value()).isEqualTo(number);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void of_texts_that_a_literal_cannot_say_too(String encoding) throws Exception {
        Charset charset = Charset.forName(encoding);
        for (String text : new String[] {"", "it's", "a\nb", "a\r\nb", "nul\0", "\uFEFFmark", "\uFFFE", "😀", "ä"}) {
            byte[] bytes = text.getBytes(charset);
            Value read = read(literal(new Value(true, bytes), charset), charset);
            assertThat(read.isText()).isTrue();
            assertThat((byte[]) read.value()).isEqualTo(bytes);
        }
        byte[] invalid = {(byte) 0xFF, (byte) 0xD8, 0x41};
        assertThat((byte[]) read(literal(new Value(true, invalid), charset), charset)
                        .value())
                .isEqualTo(invalid);
    }

    private static String literal(Value value, Charset encoding) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ValueLiterals(encoding).write(value, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Value read(String literal, Charset encoding) throws IOException {
        byte[] script = (literal + ")").getBytes(StandardCharsets.UTF_8);
        return new ValueLiterals(encoding).read(new DumpInput(new ByteArrayInputStream(script), 0, 1));
    }
}

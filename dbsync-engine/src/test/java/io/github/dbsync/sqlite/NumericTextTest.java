package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite itself says which texts become numbers. */
class NumericTextTest {

    private static final String ALPHABET = "0129+-.eE \t\n\u000B\f\rx:";

    private static final int TEXTS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void is_what_SQLite_makes_a_number_of() throws SQLException {
        Random random = new Random(7);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.db"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (n NUMERIC, id INTEGER PRIMARY KEY)");
            connection.setAutoCommit(false);
            int numbers = 0;
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT OR REPLACE INTO t VALUES (?, 1) RETURNING typeof(n)")) {
                for (int i = 0; i < TEXTS; i++) {
                    String text = text(random);
                    boolean isNumber = isNumber(insert, text);
                    numbers += isNumber ? 1 : 0;
                    assertThat(NumericText.is(text)).as("'%s'", text).isEqualTo(isNumber);
                }
            }
            assertThat(numbers).isGreaterThan(TEXTS / 50);
        }
    }

    private static boolean isNumber(PreparedStatement insert, String text) throws SQLException {
        insert.setString(1, text);
        try (ResultSet stored = insert.executeQuery()) {
            stored.next();
            return !stored.getString(1).equals("text");
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(9);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}

package sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class LibraryIT {

    @Test
    void the_books_are_in_postgres() throws SQLException {
        try (Connection connection = DriverManager.getConnection(System.getProperty("database.url"));
                Statement statement = connection.createStatement();
                ResultSet title = statement.executeQuery("SELECT title FROM \"Book\" WHERE id = 2")) {
            assertTrue(title.next());
            assertEquals("Solaris", title.getString(1));
        }
    }
}

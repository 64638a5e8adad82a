package sample;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
public class Books {

    private final JdbcTemplate jdbc;

    Books(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> titlesOf(String author) {
        return jdbc.queryForList(
                "SELECT b.\"title\" FROM \"Book\" b JOIN \"Author\" a ON a.\"id\" = b.\"authorId\""
                        + " WHERE a.\"name\" = ? ORDER BY b.\"title\"",
                String.class,
                author);
    }

    public int add(String title, String author) {
        return jdbc.update(
                "INSERT INTO \"Book\" (\"title\", \"authorId\") SELECT ?, \"id\" FROM \"Author\" WHERE \"name\" = ?",
                title,
                author);
    }
}

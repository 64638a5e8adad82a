package sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookMapperIT {

    private SqlSessionFactory sessions;

    @BeforeEach
    void readConfiguration() throws IOException {
        sessions = new SqlSessionFactoryBuilder().build(Resources.getResourceAsStream("mybatis-config.xml"));
    }

    @Test
    void reads_and_writes_books() throws SQLException {
        try (SqlSession session = sessions.openSession()) {
            BookMapper books = session.getMapper(BookMapper.class);
            List<String> titles = books.titlesOf("Stanisław");
            System.out.println(session.getConnection().getMetaData().getDatabaseProductName() + " has " + titles);

            assertTrue(titles.contains("Solaris"));
            assertEquals(1, books.add("The Invincible", "Stanisław"));
            assertEquals(titles.size() + 1, books.titlesOf("Stanisław").size());
        }
    }
}

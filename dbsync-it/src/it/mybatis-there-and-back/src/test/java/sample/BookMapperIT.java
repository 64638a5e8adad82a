package sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
            System.out.println("opened " + session.getConnection().getMetaData().getDatabaseProductName());
            BookMapper books = session.getMapper(BookMapper.class);

            assertEquals(List.of("Fiasco", "Solaris"), books.titlesOf("Stanisław"));
            assertEquals(1, books.add("Eden", "Stanisław"));
            assertEquals(List.of("Eden", "Fiasco", "Solaris"), books.titlesOf("Stanisław"));
        }
    }
}

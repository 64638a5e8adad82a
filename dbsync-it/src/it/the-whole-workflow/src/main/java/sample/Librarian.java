package sample;

import java.io.IOException;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;

/** The application at work: a book is new, one has another title, one is gone. */
public final class Librarian {

    private Librarian() {}

    public static void main(String[] arguments) throws IOException {
        var sessions = new SqlSessionFactoryBuilder().build(Resources.getResourceAsStream("mybatis-config.xml"));
        try (SqlSession session = sessions.openSession()) {
            BookMapper books = session.getMapper(BookMapper.class);
            books.add("Eden", "Stanisław");
            books.rename("The Dispossessed", "An Ambiguous Utopia");
            books.remove("Fiasco");
            session.commit();
        }
    }
}

package sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BooksIT {

    @Test
    void reads_and_writes_books() {
        try (ConfigurableApplicationContext application = SpringApplication.run(LibraryApplication.class)) {
            new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> {
                        readAndWrite(application.getBean(JdbcTemplate.class), application.getBean(Books.class));
                        status.setRollbackOnly();
                    });
        }
    }

    private static void readAndWrite(JdbcTemplate jdbc, Books books) {
        ConnectionCallback<Void> name = connection -> {
            System.out.println("opened " + connection.getMetaData().getDatabaseProductName());
            return null;
        };
        jdbc.execute(name);

        assertEquals(List.of("Fiasco", "Solaris"), books.titlesOf("Stanisław"));
        assertEquals(1, books.add("Eden", "Stanisław"));
        assertEquals(List.of("Eden", "Fiasco", "Solaris"), books.titlesOf("Stanisław"));
    }
}

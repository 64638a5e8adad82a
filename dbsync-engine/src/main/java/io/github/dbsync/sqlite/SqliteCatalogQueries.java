package io.github.dbsync.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.Properties;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;

/** Makes the mapped statements beside this class run on a connection that others open and close. */
final class SqliteCatalogQueries {

    private static final String STATEMENTS = "SqliteCatalogMapper.xml";

    private SqliteCatalogQueries() {}

    static SqlSession on(Connection connection) {
        return new DefaultSqlSessionFactory(configuration()).openSession(connection);
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(environment());
        try (InputStream statements = SqliteCatalogQueries.class.getResourceAsStream(STATEMENTS)) {
            new XMLMapperBuilder(statements, configuration, STATEMENTS, configuration.getSqlFragments()).parse();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return configuration;
    }

    private static Environment environment() {
        ManagedTransactionFactory transactions = new ManagedTransactionFactory();
        Properties leaveOpen = new Properties();
        leaveOpen.setProperty("closeConnection", "false");
        transactions.setProperties(leaveOpen);
        return new Environment("sqlite", transactions, new UnpooledDataSource());
    }
}

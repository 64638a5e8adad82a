package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.postgres.CatalogMapper.SequenceRow;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row becomes a record by its place: the columns of each query stand in the order of the record's components. */
class MapperTest {

    private static final Configuration CONFIGURATION =
            PostgresCatalog.sessions().getConfiguration();

    private static final List<MappedStatement> OF_RECORDS = CONFIGURATION.getMappedStatementNames().stream()
            .filter(name -> name.contains("."))
            .map(CONFIGURATION::getMappedStatement)
            .filter(statement -> record(statement).isRecord())
            .toList();

    @ParameterizedTest
    @MethodSource("io.github.dbsync.embedded.PostgresServers#majors")
    void columnsStandInTheOrderOfTheirRecord(int major) throws SQLException {
        PostgresDatabase database = PostgresServers.major(major).createDatabase();
        Sql.run(database, "CREATE SEQUENCE counter");
        try (Connection connection = PostgresConnection.open(database, List.of())) {
            for (MappedStatement statement : OF_RECORDS) {
                assertThat(columns(statement, connection, major))
                        .as(statement.getId())
                        .isEqualTo(components(record(statement)));
            }
        }
    }

    @Test
    void recordsAreWhatMostQueriesGive() {
        assertThat(OF_RECORDS).hasSizeGreaterThan(15);
    }

    private static Class<?> record(MappedStatement statement) {
        return statement.getResultMaps().get(0).getType();
    }

    private static List<String> components(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> columns(MappedStatement statement, Connection connection, int major)
            throws SQLException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("schema", null);
        parameters.put("version", major);
        parameters.put("sequences", List.of(counter()));
        String sql = statement.getBoundSql(parameters).getSql();
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            return labels(prepared.getMetaData());
        }
    }

    private static SequenceRow counter() {
        return new SequenceRow(
                0, "public", "counter", "public.counter", "bigint", 1, 1, 1, 1, 1, false, null, null, "");
    }

    private static List<String> labels(ResultSetMetaData columns) throws SQLException {
        Stream.Builder<String> labels = Stream.builder();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            labels.add(columns.getColumnLabel(column));
        }
        return labels.build().toList();
    }
}

package io.github.dbsync.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.postgres.CatalogMapper.ColumnRow;
import io.github.dbsync.postgres.CatalogMapper.ConstraintRow;
import io.github.dbsync.postgres.CatalogMapper.IndexPartRow;
import io.github.dbsync.postgres.CatalogMapper.IndexRow;
import io.github.dbsync.postgres.CatalogMapper.OtherRow;
import io.github.dbsync.postgres.CatalogMapper.SequenceRow;
import io.github.dbsync.postgres.CatalogMapper.SequenceState;
import io.github.dbsync.postgres.CatalogMapper.TableRow;
import io.github.dbsync.postgres.CatalogMapper.TypeRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/** Reads everything in a database into a {@link Catalog}: one query for each kind of thing, whatever the number of tables. */
final class PostgresCatalog {

    private final Connection connection;
    private final CatalogMapper mapper;
    private final @Nullable String schema;

    /** @param schema the one schema that is read, or null for all of the user's */
    PostgresCatalog(Connection connection, @Nullable String schema) {
        this.connection = connection;
        this.mapper = mapper(connection);
        this.schema = schema;
    }

    /** The mapper's session is not closed: the connection is its owner's. */
    private static CatalogMapper mapper(Connection connection) {
        Configuration configuration = new Configuration();
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.getTypeHandlerRegistry().register(List.class, new TextArrayHandler());
        configuration.addMapper(CatalogMapper.class);
        return new SqlSessionFactoryBuilder()
                .build(configuration)
                .openSession(connection)
                .getMapper(CatalogMapper.class);
    }

    Catalog read() throws SQLException {
        try {
            return readAll();
        } catch (PersistenceException refused) {
            throw cause(refused);
        }
    }

    private static SQLException cause(PersistenceException refused) {
        if (refused.getCause() instanceof SQLException cause) {
            return cause;
        }
        throw refused;
    }

    private Catalog readAll() throws SQLException {
        List<SequenceRow> sequences = mapper.sequences(schema);
        Map<Long, SequenceState> states = states(sequences);
        Map<Long, List<ColumnRow>> columns = mapper.columns(schema).stream().collect(groupingBy(ColumnRow::tableId));
        ColumnReader columnReader = new ColumnReader(sequences, states);
        Map<Long, List<ConstraintRow>> constraints =
                mapper.constraints(schema).stream().collect(groupingBy(ConstraintRow::tableId));
        Map<Long, List<IndexRow>> indexes = mapper.indexes(schema).stream().collect(groupingBy(IndexRow::tableId));
        Map<Long, List<IndexPartRow>> parts =
                mapper.indexParts(schema).stream().collect(groupingBy(IndexPartRow::indexId));
        boolean comparesBytes = mapper.comparesBytes();
        List<TableRow> tableRows = mapper.tables(schema);
        List<Table> tables = tableRows.stream()
                .map(row -> new TableReader(
                                row, columnReader.read(columns.getOrDefault(row.id(), List.of())), comparesBytes)
                        .read(
                                constraints.getOrDefault(row.id(), List.of()),
                                indexes.getOrDefault(row.id(), List.of()),
                                parts))
                .toList();
        return new Catalog(
                PostgresDialect.ID,
                connection.getMetaData().getDatabaseProductVersion(),
                tables,
                freeSequences(sequences, states, columnReader),
                others(new Dependencies(mapper.dependencies(), tableRows)),
                Map.of());
    }

    /** The forms in which the stored columns of a table that is there go through COPY, by column. */
    Map<String, ColumnForm> forms(QualifiedName table) throws SQLException {
        try {
            return mapper.columnTypes(table.schema(), table.name()).stream()
                    .collect(toMap(TypeRow::name, PostgresCatalog::form));
        } catch (PersistenceException refused) {
            throw cause(refused);
        }
    }

    private static ColumnForm form(TypeRow row) {
        return PostgresTypes.form(PostgresTypes.logical(row.builtin(), row.modifier(), row.declared()));
    }

    private Map<Long, SequenceState> states(List<SequenceRow> sequences) {
        return sequences.isEmpty()
                ? Map.of()
                : mapper.sequenceStates(sequences).stream().collect(toMap(SequenceState::id, state -> state));
    }

    private static List<Sequence> freeSequences(
            List<SequenceRow> sequences, Map<Long, SequenceState> states, ColumnReader columns) {
        Set<Long> taken = columns.takenSequences();
        return sequences.stream()
                .filter(row -> !taken.contains(row.id()))
                .map(row -> ColumnReader.sequence(row, states))
                .collect(Collectors.toList());
    }

    private List<OtherObject> others(Dependencies dependencies) {
        return dependencies.inOrder(mapper.others(schema)).stream()
                .map(row -> other(row, dependencies))
                .toList();
    }

    private static OtherObject other(OtherRow row, Dependencies dependencies) {
        QualifiedName table = row.tableSchema() == null || row.tableName() == null
                ? null
                : new QualifiedName(row.tableSchema(), row.tableName());
        return new OtherObject(
                row.kind(),
                new QualifiedName(row.schema(), row.name()),
                table,
                row.definition() == null ? null : PrintedSql.rereadable(row.definition()),
                row.removal(),
                dependencies.tables(row),
                dependencies.moment(row));
    }
}

package io.github.dbsync.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.postgres.CatalogMapper.OtherRow;
import io.github.dbsync.postgres.CatalogMapper.SequenceRow;
import io.github.dbsync.postgres.CatalogMapper.SequenceState;
import io.github.dbsync.postgres.CatalogMapper.TableRow;
import io.github.dbsync.postgres.CatalogMapper.TypeRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/** Reads everything in a database into a {@link Catalog}: one query for each kind of thing, whatever the number of tables. */
final class PostgresCatalog {

    private static final List<Class<? extends OtherObjectsMapper>> MAPPERS = List.of(
            CatalogMapper.class,
            TypeMapper.class,
            RoutineMapper.class,
            TextSearchMapper.class,
            ForeignDataMapper.class,
            RightsMapper.class);

    /** Objects of these ranks have places by when they were made, which what needs what says better. */
    private static final Set<Integer> RANKS_WITHOUT_ORDER = Set.of(4, 5, 6);

    /** What needs nothing else of its rank stands in an order that is the same on every server. */
    private static final Comparator<OtherRow> ORDER = Comparator.comparingInt(OtherRow::rank)
            .thenComparing(PostgresCatalog::place, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(OtherRow::schema)
            .thenComparing(OtherRow::kind)
            .thenComparing(OtherRow::name)
            .thenComparing(OtherRow::tableName, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** The mapper files are read once. A session is not closed: its connection belongs to somebody else. */
    private static final SqlSessionFactory SESSIONS = sessions();

    private final Connection connection;
    private final CatalogMapper mapper;
    private final RightsMapper rights;
    private final EveryObjectMapper everyObject;
    private final List<OtherObjectsMapper> objectMappers;
    private final @Nullable String schema;

    /** @param schema the one schema that is read, or null for all of the user's */
    PostgresCatalog(Connection connection, @Nullable String schema) {
        this.connection = connection;
        SqlSession session = SESSIONS.openSession(connection);
        this.mapper = session.getMapper(CatalogMapper.class);
        this.rights = session.getMapper(RightsMapper.class);
        this.everyObject = session.getMapper(EveryObjectMapper.class);
        this.objectMappers =
                MAPPERS.stream().<OtherObjectsMapper>map(session::getMapper).toList();
        this.schema = schema;
    }

    /** A row becomes a record by its place: matching the names for each row takes longer than reading it. */
    static SqlSessionFactory sessions() {
        Configuration configuration = new Configuration();
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.getTypeHandlerRegistry().register(List.class, new TextArrayHandler());
        MAPPERS.forEach(configuration::addMapper);
        configuration.addMapper(EveryObjectMapper.class);
        return new SqlSessionFactoryBuilder().build(configuration);
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
        ColumnReader columnReader = new ColumnReader(sequences, states);
        List<TableRow> tableRows = mapper.tables(schema);
        List<Table> tables = new TablesReader(mapper, schema, tableRows, columnReader).read();
        return new Catalog(
                PostgresDialect.ID,
                connection.getMetaData().getDatabaseProductVersion(),
                tables,
                new MemorySchema(connection).tables(),
                freeSequences(sequences, states, columnReader),
                others(tableRows, sequences),
                Map.of(),
                rights.facilities());
    }

    /** The forms in which the columns of all tables that are there go through COPY, those of the memory too, by column. */
    Map<QualifiedName, Map<String, ColumnForm>> forms() throws SQLException {
        try {
            return mapper.columnTypes().stream()
                    .collect(groupingBy(
                            row -> new QualifiedName(row.schema(), row.table()),
                            toMap(TypeRow::name, PostgresCatalog::form)));
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

    private List<OtherObject> others(List<TableRow> tables, List<SequenceRow> sequences) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        List<OtherRow> rows = objectMappers.stream()
                .flatMap(kinds -> kinds.others(schema, version).stream())
                .sorted(ORDER)
                .toList();
        Set<ObjectId> read = Stream.of(
                        rows.stream().map(OtherRow::id),
                        tables.stream().map(table -> ObjectId.ofRelation(table.id())),
                        sequences.stream().map(sequence -> ObjectId.ofRelation(sequence.id())))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
        Dependencies dependencies = new Dependencies(mapper.dependencies(), tables);
        return Stream.concat(
                        dependencies.inOrder(rows).stream().map(row -> other(row, dependencies)),
                        UnknownObjects.among(everyObject.objects(schema, version), read).stream())
                .toList();
    }

    private static @Nullable Long place(OtherRow row) {
        return RANKS_WITHOUT_ORDER.contains(row.rank()) ? null : row.place();
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
                dependencies.moment(row),
                row.requirements());
    }
}

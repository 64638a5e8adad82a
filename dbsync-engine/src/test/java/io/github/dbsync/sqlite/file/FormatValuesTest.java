package io.github.dbsync.sqlite.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of the file format, judged by files that SQLite makes and by its documentation. */
class FormatValuesTest {

    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "0,00",
        "127,7f",
        "128,8100",
        "16383,ff7f",
        "16384,818000",
        "4294967295,8fffffff7f",
        "72057594037927935,ffffffffffffff7f",
        "72057594037927936,80c080808080808000",
        "9223372036854775807,bfffffffffffffffff",
        "-1,ffffffffffffffffff",
        "-9223372036854775808,c08080808080808000",
    })
    void varints_are_as_documented(long value, String bytes) {
        byte[] room = new byte[Varint.MOST_BYTES + 1];

        int end = Varint.write(room, 1, value);

        assertThat(HEX.formatHex(room, 1, end)).isEqualTo(bytes);
        assertThat(Varint.read(room, 1)).isEqualTo(value);
        assertThat(Varint.length(value)).isEqualTo(end - 1);
        assertThat(Varint.length(room, 1)).isEqualTo(end - 1);
    }

    @Test
    void integers_take_the_least_room_and_come_back() {
        assertThat(SerialType.ofInteger(0)).isEqualTo(SerialType.ZERO);
        assertThat(SerialType.ofInteger(1)).isEqualTo(SerialType.ONE);
        int[] bits = {8, 16, 24, 32, 48, 64};
        for (int type = 1; type <= bits.length; type++) {
            long greatest = Long.MAX_VALUE >> (Long.SIZE - bits[type - 1]);
            assertThat(SerialType.ofInteger(greatest)).isEqualTo(type);
            assertThat(SerialType.ofInteger(-greatest - 1)).isEqualTo(type);
            if (type < bits.length) {
                assertThat(SerialType.ofInteger(greatest + 1)).isEqualTo(type + 1);
                assertThat(SerialType.ofInteger(-greatest - 2)).isEqualTo(type + 1);
            }
        }
        LongStream.of(0, 1, 2, -1, 127, 128, -32769, 1L << 40, Long.MIN_VALUE, Long.MAX_VALUE)
                .forEach(FormatValuesTest::comesBack);
    }

    private static void comesBack(long value) {
        byte[] room = new byte[10];
        long type = SerialType.ofInteger(value);
        int end = SerialType.writeInteger(type, room, 1, value);
        assertThat(SerialType.isInteger(type)).isTrue();
        assertThat(end - 1).isEqualTo((int) SerialType.length(type));
        assertThat(SerialType.readInteger(type, room, 1)).isEqualTo(value);
    }

    @Test
    void texts_and_blobs_say_their_lengths() {
        assertThat(SerialType.ofBlob(0)).isEqualTo(12);
        assertThat(SerialType.ofText(0)).isEqualTo(13);
        assertThat(SerialType.length(SerialType.ofText(5))).isEqualTo(5);
        assertThat(SerialType.length(SerialType.ofBlob(5))).isEqualTo(5);
        assertThat(SerialType.isText(SerialType.ofText(0))).isTrue();
        assertThat(SerialType.isBlob(SerialType.ofBlob(0))).isTrue();
        assertThat(SerialType.isText(SerialType.ofBlob(7))).isFalse();
        assertThat(SerialType.length(SerialType.REAL)).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "512, UTF-8, 0, DELETE",
        "1024, UTF-16le, 1, DELETE",
        "4096, UTF-16be, 2, WAL",
        "65536, UTF-8, 0, DELETE"
    })
    void a_header_is_read_as_sqlite_means_it(int pageSize, String encoding, int vacuum, String journal)
            throws Exception {
        Path file = folder.resolve("header.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = " + pageSize);
            statement.execute("PRAGMA encoding = '" + encoding + "'");
            statement.execute("PRAGMA auto_vacuum = " + vacuum);
            statement.execute("PRAGMA journal_mode = " + journal);
            statement.execute("PRAGMA user_version = -7");
            statement.execute("PRAGMA application_id = 99");
            statement.execute("CREATE TABLE t (a)");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            byte[] bytes = Files.readAllBytes(file);

            FileHeader header = FileHeader.read(bytes);

            assertThat(header.layout()).isEqualTo(new PageLayout(pageSize, 0));
            assertThat(header.encoding().charset().name()).isEqualToIgnoringCase(encoding);
            assertThat(header.logged()).isEqualTo(journal.equals("WAL"));
            assertThat(header.largestRoot() > 0).isEqualTo(vacuum > 0);
            assertThat(header.incrementalVacuum()).isEqualTo(vacuum == 2);
            assertThat(header.userVersion()).isEqualTo(-7);
            assertThat(header.applicationId()).isEqualTo(99);
            assertThat(header.knowsPages()).isTrue();
            assertThat(header.pages()).isEqualTo(number(statement, "PRAGMA page_count"));
            assertThat(header.schemaCookie()).isEqualTo((int) number(statement, "PRAGMA schema_version"));
            assertThat(header.bytes()).isEqualTo(Arrays.copyOf(bytes, FileHeader.LENGTH));
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    @Test
    void what_is_no_header_is_refused() throws Exception {
        byte[] header = new byte[FileHeader.LENGTH];

        assertThatThrownBy(() -> FileHeader.read(header))
                .isInstanceOf(DamagedFileException.class)
                .hasMessage("page 1: the file does not begin as SQLite's do");
    }

    @Test
    void the_lock_byte_and_pointer_maps_have_their_pages() {
        assertThat(new PageLayout(4096, 0).lockBytePage()).isEqualTo(262145);
        assertThat(new PageLayout(65536, 0).lockBytePage()).isEqualTo(16385);
        PageLayout small = new PageLayout(512, 0);
        assertThat(Stream.iterate(1L, page -> page + 1).limit(300).filter(small::isPointerMap))
                .containsExactly(2L, 105L, 208L);
    }

    /** SQLite says of each page how much payload it holds (dbstat). */
    @ParameterizedTest
    @CsvSource({"512, 0", "512, 1", "1024, 0", "4096, 0", "65536, 0"})
    void what_stands_in_a_cell_and_what_in_overflow_pages_is_as_sqlite_does_it(int pageSize, int withoutRowid)
            throws Exception {
        PageLayout layout = new PageLayout(pageSize, 0);
        PageKind kind = withoutRowid == 1 ? PageKind.INDEX_LEAF : PageKind.TABLE_LEAF;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cells.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = " + pageSize);
            statement.execute("CREATE TABLE t (a INT PRIMARY KEY, b)" + (withoutRowid == 1 ? " WITHOUT ROWID" : ""));
            int[] lengths = {
                layout.mostLocal(kind) - 10, layout.mostLocal(kind), 2 * pageSize - 40, 3 * pageSize, 9 * pageSize + 77
            };
            for (int length : lengths) {
                statement.execute("DELETE FROM t");
                statement.execute("INSERT INTO t VALUES (7, zeroblob(" + length + "))");
                long payload = number(statement, "SELECT sum(payload) FROM dbstat WHERE name = 't'");
                assertThat((long) layout.local(kind, payload))
                        .isEqualTo(number(
                                statement, "SELECT sum(payload) FROM dbstat WHERE name = 't' AND pagetype = 'leaf'"));
            }
        }
    }
}

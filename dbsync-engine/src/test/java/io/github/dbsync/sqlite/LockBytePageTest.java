package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.sqlite.file.BulkFile;
import io.github.dbsync.sqlite.file.Collation;
import io.github.dbsync.sqlite.file.KeyOrder;
import io.github.dbsync.sqlite.file.KeySorter;
import io.github.dbsync.sqlite.file.PageLayout;
import io.github.dbsync.sqlite.file.RecordBuilder;
import io.github.dbsync.sqlite.file.TableTreeWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that grow over their first GB, where others lock a byte: SQLite leaves the page out that holds it. The GB is of free
 * pages, which take no room on the disk.
 */
class LockBytePageTest {

    private static final int ROWS = 300;
    private static final byte FREE = 2;

    @TempDir
    private Path folder;

    /** With pages of 1024 bytes, a page of the pointer map would be the one that is left out. */
    @ParameterizedTest
    @CsvSource({"4096, 0", "1024, 1", "65536, 2"})
    void rows_are_written_and_read_on_both_sides_of_the_page(int pageSize, int vacuum) throws Exception {
        Path file = folder.resolve("large.db");
        PageLayout layout = new PageLayout(pageSize, 0);
        Databases.make(
                file,
                "PRAGMA page_size = " + pageSize,
                "PRAGMA auto_vacuum = " + vacuum,
                "CREATE TABLE t (a, b)",
                "CREATE TABLE k (a PRIMARY KEY, b) WITHOUT ROWID");
        growTo(file, layout, layout.lockBytePage() - 3, vacuum > 0);
        fill(file, 2 * pageSize);

        assertThat(Databases.query(file, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Databases.query(file, "SELECT count(*), sum(a) FROM t"))
                .isEqualTo(Databases.query(file, "SELECT count(*), sum(a) FROM k"));
        assertThat(Long.parseLong(Databases.query(file, "PRAGMA page_count").get(0)))
                .isGreaterThan(layout.lockBytePage() + ROWS);
        assertThat(page(file, layout, layout.lockBytePage())).containsOnly(0);
        assertThat(BothCursors.compare(file)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 2048, 4096, 8192, 16384, 32768, 65536})
    void no_page_of_the_pointer_map_is_the_one_that_is_left_out(int pageSize) {
        PageLayout layout = new PageLayout(pageSize, 0);
        long locked = layout.lockBytePage();
        assertThat(layout.offset(locked)).isEqualTo(1L << 30);
        assertThat(layout.isPointerMap(locked)).isFalse();
        assertThat(layout.isPointerMap(locked + 1)).isEqualTo(pageSize == 1024);
        assertThat(LongStream.range(locked + 2, locked + 2 + pageSize / 5 + 1)
                        .filter(layout::isPointerMap)
                        .count())
                .isEqualTo(1);
    }

    /** Rows with overflow pages, into a table with rowids and into one without. */
    private void fill(Path file, int length) throws IOException {
        KeyOrder order = new KeyOrder(List.of(new KeyOrder.Part(Collation.BINARY, false)), List.of());
        try (BulkFile bulk = BulkFile.open(file);
                KeySorter keys = new KeySorter(order, folder, 1 << 20)) {
            TableTreeWriter table = bulk.table(root(file, "t"));
            RecordBuilder row = new RecordBuilder(2, bulk.encoding());
            for (int i = 1; i <= ROWS; i++) {
                row.clear();
                row.addInteger(i * 7919L % ROWS);
                row.addBlob(new byte[length], 0, i % 3 == 0 ? length : i % 30);
                table.add(i, row);
                keys.add(row);
            }
            table.finish();
            assertThat(keys.fill(bulk.index(root(file, "k")), true)).isEmpty();
            bulk.finish();
        }
    }

    private static long root(Path file, String name) {
        return Long.parseLong(Databases.query(file, "SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'")
                .get(0));
    }

    /** Appends free pages: trunks of the freelist, each with the numbers of as many as it holds. */
    private static void growTo(Path file, PageLayout layout, long pages, boolean pointerMaps) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long there = channel.size() / layout.pageSize();
            long[] free = LongStream.rangeClosed(there + 1, pages)
                    .filter(page -> !pointerMaps || !layout.isPointerMap(page))
                    .toArray();
            ByteBuffer header = ByteBuffer.allocate(100);
            channel.read(header, 0);
            header.putInt(28, (int) pages).putInt(32, (int) free[0]).putInt(36, free.length);
            channel.write(header.position(0), 0);
            int leaves = 0;
            for (int at = 0; at < free.length; at += leaves + 1) {
                leaves = Math.min(free.length - at - 1, layout.pageSize() / 4 - 8);
                int following = at + leaves + 1;
                ByteBuffer trunk = ByteBuffer.allocate(layout.pageSize());
                trunk.putInt(following < free.length ? (int) free[following] : 0)
                        .putInt(leaves);
                for (int i = 1; i <= leaves; i++) {
                    trunk.putInt((int) free[at + i]);
                }
                channel.write(trunk.position(0), layout.offset(free[at]));
            }
            if (pointerMaps) {
                noteFree(channel, layout, there, pages);
            }
            channel.write(ByteBuffer.allocate(1), pages * layout.pageSize() - 1);
        }
    }

    private static void noteFree(FileChannel channel, PageLayout layout, long there, long pages) throws IOException {
        ByteBuffer map = ByteBuffer.allocate(layout.pageSize());
        for (int at = 0; at + 5 <= layout.pageSize(); at += 5) {
            map.put(at, FREE);
        }
        for (long page = 2; page <= pages; page++) {
            if (layout.isPointerMap(page)) {
                int kept = page < there ? 5 * (int) (there - page) : 0;
                channel.write(map.clear().position(kept), layout.offset(page) + kept);
            }
        }
    }

    private static byte[] page(Path file, PageLayout layout, long number) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer page = ByteBuffer.allocate(layout.pageSize());
            channel.read(page, layout.offset(number));
            return page.array();
        }
    }
}

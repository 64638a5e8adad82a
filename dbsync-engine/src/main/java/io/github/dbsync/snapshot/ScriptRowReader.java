package io.github.dbsync.snapshot;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.dialect.DumpDamagedException;
import io.github.dbsync.dialect.DumpInput;
import io.github.dbsync.dialect.DumpedRows;
import io.github.dbsync.dialect.RowReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a table in a script, from what stands before them to what stands after. */
final class ScriptRowReader implements RowReader {

    private final ScriptInput script;
    private final SnapshotProblems problems;
    private final DumpedRows rows;
    private final DumpedTable dumped;
    private @Nullable DumpInput input;
    private long left;

    ScriptRowReader(ScriptInput script, SnapshotProblems problems, DumpedRows rows, DumpedTable dumped) {
        this.script = script;
        this.problems = problems;
        this.rows = rows;
        this.dumped = dumped;
        this.left = dumped.rows();
    }

    @Override
    public boolean next(Batch batch) {
        batch.clear();
        try {
            DumpInput place = input == null ? begin() : input;
            while (left > 0 && !batch.isFull()) {
                rows.read(place, batch);
                batch.endRow();
                left--;
            }
            if (batch.rows() == 0) {
                place.expect(rows.tail());
            }
            return batch.rows() > 0;
        } catch (DumpDamagedException damaged) {
            throw problems.damaged(where(), String.valueOf(damaged.getMessage()));
        } catch (IOException refused) {
            throw problems.notRead(refused);
        }
    }

    private DumpInput begin() throws IOException {
        DumpInput begun = script.at(dumped.position(), dumped.line());
        begun.expect(rows.head());
        input = begun;
        return begun;
    }

    private String where() {
        return "line " + (input == null ? dumped.line() : input.line()) + ", table " + dumped.table();
    }

    /** The script stays open for the next table. */
    @Override
    public void close() {}
}

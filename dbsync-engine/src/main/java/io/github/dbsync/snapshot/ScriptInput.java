package io.github.dbsync.snapshot;

import com.github.luben.zstd.ZstdInputStream;
import io.github.dbsync.dialect.DumpInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A script being read, perhaps compressed, wherever one wants: what comes in its order is read in one pass. */
final class ScriptInput implements AutoCloseable {

    private final Path path;
    private final boolean compressed;
    private @Nullable InputStream stream;
    private @Nullable DumpInput input;

    ScriptInput(Path path, boolean compressed) {
        this.path = path;
        this.compressed = compressed;
    }

    static InputStream open(Path path, boolean compressed) throws IOException {
        InputStream bytes = Files.newInputStream(path);
        return compressed ? new ZstdInputStream(bytes) : bytes;
    }

    /**
     * The script from a place on.
     *
     * @param position how many bytes come before
     * @param line the number of its line, from 1
     */
    DumpInput at(long position, long line) throws IOException {
        DumpInput current = input;
        if (current == null || current.position() > position || !compressed) {
            current = compressed ? begin(0, 1) : begin(position, line);
        }
        while (current.position() < position) {
            current.read();
        }
        return current;
    }

    private DumpInput begin(long position, long line) throws IOException {
        close();
        InputStream opened = open(path, compressed);
        stream = opened;
        opened.skipNBytes(position);
        DumpInput begun = new DumpInput(opened, position, line);
        input = begun;
        return begun;
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
            input = null;
        }
    }
}

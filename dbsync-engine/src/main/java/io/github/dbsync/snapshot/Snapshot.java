package io.github.dbsync.snapshot;

import io.github.dbsync.batch.Digester;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.DumpFormat;
import io.github.dbsync.dialect.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A snapshot that was taken.
 *
 * @param script its file
 * @param manifest what it holds
 */
public record Snapshot(Path script, Manifest manifest) {

    /**
     * Reads a snapshot's manifest.
     *
     * @throws io.github.dbsync.feedback.DbSyncException with {@code SNAPSHOT_DAMAGED} where it is not as it was written
     */
    public static Snapshot of(Path script) {
        return new Snapshot(script, new ManifestFile(script).read());
    }

    /** Whose SQL it is: {@code sqlite} or {@code postgresql}. */
    public String dialect() {
        return manifest.content().catalog().dialect();
    }

    /** Notes beside the snapshot what a sync left at the database after it was taken. */
    public void left(List<LeftTable> tables) {
        try {
            new ManifestFile(script).write(manifest.withLeft(tables));
        } catch (IOException refused) {
            throw new SnapshotProblems(script).notWritten(refused);
        }
    }

    /** What puts it back on the command line. */
    public String restoreCommand() {
        return "mvn io.github.dbsync:dbsync-maven-plugin:restore -Ddbsync.snapshot=" + script.getFileName();
    }

    /** Removes it. */
    public void remove() {
        SnapshotFolder.remove(script);
    }

    /**
     * Opens it to be read, once it is proven to be what was written.
     *
     * @param format of the dialect that it speaks
     * @throws io.github.dbsync.feedback.DbSyncException with {@code SNAPSHOT_DAMAGED}, naming line and table
     */
    public Source open(DumpFormat format) {
        if (!isIntact()) {
            findDamage(format);
            throw new SnapshotProblems(script)
                    .damaged("outside of the rows of its tables", "Its digest is not the one that its manifest names.");
        }
        return source(format);
    }

    private Source source(DumpFormat format) {
        return new SnapshotSource(
                new ScriptInput(script, SnapshotFolder.isCompressed(script)), script, format, manifest);
    }

    private boolean isIntact() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (InputStream bytes = ScriptInput.open(script, SnapshotFolder.isCompressed(script))) {
            return Hex.encodeHexString(DigestUtils.updateDigest(digest, bytes).digest())
                    .equals(manifest.sha256());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void findDamage(DumpFormat format) {
        Catalog catalog = manifest.content().catalog();
        try (Source source = source(format)) {
            Stream.concat(catalog.tables().stream(), catalog.auxiliaries().stream())
                    .forEach(table -> findDamage(table, source));
        }
    }

    private void findDamage(Table table, Source source) {
        DumpedTable dumped = manifest.lookup(table.name()).orElseThrow();
        Digester digester = new Digester();
        source.read(table, digester::add);
        if (!digester.digest().hex().equals(dumped.digest())) {
            throw new SnapshotProblems(script)
                    .damaged(
                            "from line " + dumped.line() + " on, table " + table.name(),
                            "A value of the table is not the one that was written.");
        }
    }
}

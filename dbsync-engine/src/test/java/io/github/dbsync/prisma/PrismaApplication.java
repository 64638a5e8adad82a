package io.github.dbsync.prisma;

import io.github.dbsync.Syncs;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.nio.file.Path;
import java.util.List;

/** An application with a real Prisma Client: what it writes, reads, and finds. */
public final class PrismaApplication {

    private final Path schema;
    private final String provider;
    private final String url;
    private final String timestampFormat;

    private PrismaApplication(Path schema, String provider, String url, String timestampFormat) {
        this.schema = schema;
        this.provider = provider;
        this.url = url;
        this.timestampFormat = timestampFormat;
    }

    /** @param timestampFormat the option of its adapter, {@code iso8601} or {@code unixepoch-ms} */
    public static PrismaApplication on(Path sqlite, Path schema, String timestampFormat) {
        return new PrismaApplication(schema, "sqlite", "file:" + sqlite.toAbsolutePath(), timestampFormat);
    }

    public static PrismaApplication on(PostgresDatabase database, Path schema) {
        return new PrismaApplication(schema, "postgresql", Syncs.url(database), "iso8601");
    }

    /** Writes awkward values of every type. */
    public void write() {
        ask("write");
    }

    /** All rows of all models, with what each value means, and what filters and orders find, each on a line. */
    public List<String> sees() {
        return ask("see").lines().toList();
    }

    private String ask(String command) {
        return RealPrisma.run("application.mjs", command, schema.toString(), provider, url, timestampFormat);
    }
}

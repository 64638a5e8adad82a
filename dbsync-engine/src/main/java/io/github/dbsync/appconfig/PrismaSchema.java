package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.prisma.ParsedSchema;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.prisma.SchemaPush;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The datasource block of a Prisma schema: its provider, and how it names its URL.
 *
 * @param whole what was read of all its files
 * @param file the file that holds the block
 * @param provider the provider's kind
 * @param providerSpan the provider's literal, quotes included
 * @param urlVariable the name in {@code url = env("..")}, or null where there is no such line
 * @param urlLiteral the URL written into the schema itself, or null
 * @param furtherUrls where URLs stand that only Prisma's commands read, for people
 */
record PrismaSchema(
        ParsedSchema whole,
        ConfigFile file,
        Side provider,
        Span providerSpan,
        @Nullable String urlVariable,
        @Nullable Setting urlLiteral,
        List<String> furtherUrls) {

    /** Where the provider stands, for people. */
    String where() {
        return file.at(providerSpan.start()) + " (provider)";
    }

    /** What Prisma refuses in this schema once its provider is another. */
    List<Problem> refusedOn(Side other) {
        return SchemaPush.lost(whole.schema(), other == Side.SQLITE ? Provider.SQLITE : Provider.POSTGRESQL);
    }

    /** Whether the block names a URL at all, which Prisma forbids from version 7 on. */
    boolean namesUrl() {
        return urlVariable != null || urlLiteral != null;
    }

    Optional<Setting> lookupUrl() {
        return Optional.ofNullable(urlLiteral);
    }

    static Setting literal(ConfigFile file, Span span) {
        String written = Quoting.PRISMA.read(file.decoded(span));
        return new Setting(file, span, Quoting.PRISMA, "url", new Secret(written));
    }
}

package io.github.dbsync.appconfig;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A text file as it was read, byte for byte. Its text is one character per byte, so that offsets in it are offsets in
 * the file and an edit leaves every other byte alone, whatever the encoding. It is decoded as UTF-8 where its bytes are that,
 * and else as ISO 8859-1, as Java reads resource bundles.
 */
final class ConfigFile {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final Path path;
    private final byte[] bytes;
    private final String text;
    private final Charset charset;

    private ConfigFile(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
        this.charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    /** Reads a file, or nothing where there is none. */
    static Optional<ConfigFile> readIfPresent(Path path) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ConfigFile(path, Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new DbSyncException(
                    Problem.refusal(
                            ProblemCode.ENV_FILE_MALFORMED,
                            "A file of the application cannot be read",
                            path.toString(),
                            String.valueOf(e.getMessage()),
                            "Make it readable: chmod u+r " + path),
                    e);
        }
    }

    Path path() {
        return path;
    }

    /** The text with one character for each byte. */
    String text() {
        return text;
    }

    /** A stretch of the file, decoded. */
    String decoded(Span span) {
        return new String(bytes, span.start(), span.end() - span.start(), charset);
    }

    /** Where the text begins: behind a byte order mark, if there is one. */
    int contentStart() {
        return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    }

    /** How many bytes a text takes in this file. */
    int length(String decoded) {
        return decoded.getBytes(charset).length;
    }

    /** Path and line of an offset, such as {@code /project/.env:3}. */
    String at(int offset) {
        long line = 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return path + ":" + line;
    }

    /** The line break that the file uses. */
    String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The edit that puts texts in the place of stretches, which must not overlap. */
    ContentEdit replace(Map<Span, String> replacements) {
        Map<Integer, Map.Entry<Span, String>> lastFirst = new TreeMap<>((a, b) -> Integer.compare(b, a));
        replacements.entrySet().forEach(entry -> lastFirst.put(entry.getKey().start(), entry));
        StringBuilder changed = new StringBuilder(text);
        lastFirst
                .values()
                .forEach(entry -> changed.replace(
                        entry.getKey().start(), entry.getKey().end(), oneCharacterPerByte(entry.getValue())));
        return become(changed.toString());
    }

    /** The edit that makes it another text, of one character for each byte. */
    ContentEdit become(String other) {
        return new ContentEdit(realPath(), bytes, other.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path realPath() {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String oneCharacterPerByte(String replacement) {
        return new String(replacement.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}

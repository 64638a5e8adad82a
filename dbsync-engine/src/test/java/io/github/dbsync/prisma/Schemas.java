package io.github.dbsync.prisma;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The schemas of the tests. */
public final class Schemas {

    private Schemas() {}

    public static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Schemas.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    static ParsedSchema parse(String name) throws IOException {
        return parse(name, Files.readString(resource(name)));
    }

    static ParsedSchema parse(String name, String text) {
        return SchemaParser.parse(List.of(new SchemaFile(name, text)));
    }
}

package io.github.dbsync.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dbsync.catalog.LogicalType;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/** The key of a row that a file gives no key but a label: the same for the same label in every run and every database. */
final class LabelKey {

    /** Below a billion, as the fixtures of Ruby on Rails have them, and within the type. */
    private static final int MOST_BITS = 30;

    private LabelKey() {}

    /** A number or UUID that the label hashes to, or the label itself; empty where the type can be neither. */
    static Optional<CarriedValue> of(String label, LogicalType type) {
        if (type instanceof LogicalType.Int integer) {
            int bits = Math.min(MOST_BITS, integer.bytes() * Byte.SIZE - 1);
            return Optional.of(new CarriedValue(hash(label) % ((1L << bits) - 1)));
        } else if (type instanceof LogicalType.Uuid) {
            return Optional.of(ValueReader.uuid(UUID.nameUUIDFromBytes(label.getBytes(UTF_8))));
        } else if (type instanceof LogicalType.Text) {
            return ValueReader.read(new SeedValue.Text(label, ""), type);
        }
        return Optional.empty();
    }

    private static long hash(String label) {
        CRC32 hash = new CRC32();
        hash.update(label.getBytes(UTF_8));
        return hash.getValue();
    }
}

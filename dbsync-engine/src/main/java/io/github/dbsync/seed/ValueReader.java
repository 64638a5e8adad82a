package io.github.dbsync.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dbsync.catalog.LogicalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads a value's text as its column's type. Empty where the text is no value of the type. */
final class ValueReader {

    private static final String HEX_PREFIX = "(?:\\\\x|0x)(?:[0-9a-fA-F]{2})*";
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ValueReader() {}

    static Optional<CarriedValue> read(SeedValue value, LogicalType type) {
        if (value instanceof SeedValue.Null) {
            return Optional.of(CarriedValue.NULL);
        }
        if (value instanceof SeedValue.Bytes binary) {
            return Optional.of(new CarriedValue(binary.bytes())).filter(bytes -> type instanceof LogicalType.Bytes);
        }
        try {
            return value instanceof SeedValue.Text text ? read(text.text(), type) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<CarriedValue> read(String text, LogicalType type) {
        if (type instanceof LogicalType.Bool) {
            return bool(text);
        } else if (type instanceof LogicalType.Int integer) {
            return integer(new BigInteger(text), integer.bytes());
        } else if (type instanceof LogicalType.Float) {
            return Optional.of(new CarriedValue(Double.valueOf(text)));
        } else if (type instanceof LogicalType.Decimal decimal) {
            return decimal(text, decimal);
        } else if (type instanceof LogicalType.Text limited) {
            return text(text, limited);
        } else if (type instanceof LogicalType.Bytes) {
            return text.matches(HEX_PREFIX)
                    ? Optional.of(CarriedValue.of(HexFormat.of().parseHex(text.substring(2))))
                    : Optional.empty();
        } else if (type instanceof LogicalType.Uuid) {
            return text.matches(UUID_FORM) ? Optional.of(uuid(UUID.fromString(text))) : Optional.empty();
        } else if (type instanceof LogicalType.Json) {
            return isJson(text) ? plain(text) : Optional.empty();
        } else if (type instanceof LogicalType.Printed) {
            return plain(text);
        }
        return MomentReader.read(text, type).map(CarriedValue::new);
    }

    private static Optional<CarriedValue> plain(String text) {
        return Optional.of(CarriedValue.of(text.getBytes(UTF_8)));
    }

    private static Optional<CarriedValue> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> Optional.of(new CarriedValue(1L));
            case "false", "no", "off", "0" -> Optional.of(new CarriedValue(0L));
            default -> Optional.empty();
        };
    }

    private static Optional<CarriedValue> integer(BigInteger number, int bytes) {
        return number.bitLength() < bytes * Byte.SIZE
                ? Optional.of(new CarriedValue(number.longValueExact()))
                : Optional.empty();
    }

    /** Digits are neither rounded nor lost. */
    private static Optional<CarriedValue> decimal(String text, LogicalType.Decimal type) {
        Integer precision = type.precision();
        if (precision == null && text.matches("NaN|-?Infinity")) {
            return plain(text);
        }
        BigDecimal number = new BigDecimal(text);
        Integer scale = type.scale();
        if (scale != null && number.stripTrailingZeros().scale() > scale) {
            return Optional.empty();
        }
        BigDecimal scaled = scale == null ? number : number.setScale(scale);
        return precision == null || scaled.precision() <= precision ? plain(scaled.toPlainString()) : Optional.empty();
    }

    private static Optional<CarriedValue> text(String text, LogicalType.Text type) {
        Integer longest = type.maxLength();
        return longest == null || text.codePointCount(0, text.length()) <= longest ? plain(text) : Optional.empty();
    }

    static CarriedValue uuid(UUID uuid) {
        return CarriedValue.of(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array());
    }

    private static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException malformed) {
            return false;
        }
    }
}

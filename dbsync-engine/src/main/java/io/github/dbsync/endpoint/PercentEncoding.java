package io.github.dbsync.endpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8 (RFC 3986, 2.1). A plus sign is a plus sign, as libpq reads it. */
final class PercentEncoding {

    private static final String UNRESERVED = "-._~";

    private PercentEncoding() {}

    /** Decodes all of a text. */
    static String decode(String text, UrlContext context) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                bytes.write(twoDigits(encoded, i + 1, context));
                i += 2;
            } else {
                bytes.write(encoded[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Encodes everything but letters, digits and {@code - . _ ~}. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(hexDigit(b >> 4)).append(hexDigit(b));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(byte b) {
        return b > 0 && (Character.isLetterOrDigit(b) || UNRESERVED.indexOf(b) >= 0);
    }

    private static char hexDigit(int value) {
        return Character.toUpperCase(Character.forDigit(value & 0xF, 16));
    }

    private static int twoDigits(byte[] encoded, int start, UrlContext context) {
        int high = start < encoded.length ? Character.digit(encoded[start], 16) : -1;
        int low = start + 1 < encoded.length ? Character.digit(encoded[start + 1], 16) : -1;
        if (high < 0 || low < 0) {
            throw context.notUnderstood(
                    "a percent sign is not followed by two hexadecimal digits", "Write a percent sign itself as %25");
        }
        return high * 16 + low;
    }
}

package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.sqlite.file.ByteSlice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts are judged as Java's own decoder judges them, wherever in an array they stand. */
class Utf8Test {

    /** Bytes at which sequences begin, go on, and end. */
    private static final int[] EDGES = {
        0x01, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
        0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    @Test
    void every_sequence_of_edges() {
        for (int first : EDGES) {
            for (int second : EDGES) {
                for (int third : EDGES) {
                    for (int fourth : EDGES) {
                        assertJudgedAsByJava((byte) first, (byte) second, (byte) third, (byte) fourth);
                    }
                }
            }
        }
    }

    @Test
    void texts_of_every_length_in_every_script() {
        Random random = new Random(7);
        for (int round = 0; round < 5000; round++) {
            int most = new int[] {0x7F, 0x7FF, 0xD7FF, 0x10FFFF}[round % 4];
            String text = random.ints(round % 40, 1, most + 1)
                    .filter(character -> character < 0xD800 || character > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertJudgedAsByJava(bytes);
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                assertJudgedAsByJava(bytes);
            }
        }
    }

    @Test
    void a_zero_in_any_place() {
        for (int length = 1; length < 30; length++) {
            for (int zero = 0; zero < length; zero++) {
                byte[] text = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
                text[zero] = 0;
                assertThat(Utf8.check(within(text))).isEqualTo(Misfit.ZERO_CHARACTER);
            }
        }
    }

    private static void assertJudgedAsByJava(byte... text) {
        Misfit expected = contains0(text) ? Misfit.ZERO_CHARACTER : decodes(text) ? null : Misfit.INVALID_UTF;
        Misfit found = Utf8.check(within(text));
        if (found != expected) {
            assertThat(found).as("%s", (Object) text).isEqualTo(expected);
        }
    }

    /** A text among bytes that are none of it, and neither text nor valid. */
    private static ByteSlice within(byte[] text) {
        byte[] array = new byte[text.length + 12];
        array[1] = (byte) 0xFF;
        array[2] = (byte) 0xC3;
        System.arraycopy(text, 0, array, 3, text.length);
        return new ByteSlice(array, 3, text.length);
    }

    private static boolean contains0(byte[] text) {
        for (byte b : text) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodes(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }
}

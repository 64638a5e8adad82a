package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.file.ByteSlice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Looks at text in its bytes. */
final class Utf8 {

    /** What no text in UTF-8 contains: stands for a text that is not valid in UTF-16. */
    private static final byte[] INVALID = {(byte) 0xFF};

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long EIGHT_ONES = 0x0101_0101_0101_0101L;
    private static final long EIGHT_HIGHEST_BITS = 0x8080_8080_8080_8080L;

    private Utf8() {}

    /** The bytes in UTF-8 of a text in another encoding. */
    static byte[] of(byte[] raw, Charset encoding) {
        try {
            CharBuffer text = encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException malformed) {
            return INVALID;
        }
    }

    /** Null where the bytes are UTF-8 without 0x00, else what they are. Plain ASCII is seen at once. */
    static @Nullable Misfit check(ByteSlice text) {
        if (isAsciiWithoutZero(text)) {
            return null;
        }
        for (int i = text.start(); i < text.end(); i++) {
            if (text.array()[i] == 0) {
                return Misfit.ZERO_CHARACTER;
            }
        }
        return isValid(text) ? null : Misfit.INVALID_UTF;
    }

    /** Looks at eight bytes at a time; where their number is none of eight, at some of the last ones twice. */
    private static boolean isAsciiWithoutZero(ByteSlice text) {
        byte[] bytes = text.array();
        int lastEight = text.end() - Long.BYTES;
        if (lastEight < text.start()) {
            return areAsciiWithoutZero(bytes, text.start(), text.end());
        }
        for (int i = text.start(); i < lastEight; i += Long.BYTES) {
            if (!areAsciiWithoutZero((long) EIGHT.get(bytes, i))) {
                return false;
            }
        }
        return areAsciiWithoutZero((long) EIGHT.get(bytes, lastEight));
    }

    private static boolean areAsciiWithoutZero(byte[] bytes, int start, int end) {
        boolean ascii = true;
        for (int i = start; i < end; i++) {
            ascii &= bytes[i] > 0;
        }
        return ascii;
    }

    /** Neither a byte from 1 to 127 nor one less has the highest bit; of the lowest byte that is another, either of both has it. */
    private static boolean areAsciiWithoutZero(long eight) {
        return ((eight | (eight - EIGHT_ONES)) & EIGHT_HIGHEST_BITS) == 0;
    }

    /** Whether the bytes are UTF-8 (RFC 3629, 4). */
    static boolean isValid(ByteSlice text) {
        int at = text.start();
        while (at < text.end()) {
            int length = sequence(text.array(), at, text.end());
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** How many bytes the character has that begins at a place; 0 where none does. */
    private static int sequence(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        boolean begins = first >= 0xC2 && first <= 0xF4 && at + length <= end && isSecond(first, bytes[at + 1] & 0xFF);
        for (int i = at + 2; begins && i < at + length; i++) {
            begins = (bytes[i] & 0xC0) == 0x80;
        }
        return begins ? length : 0;
    }

    /** After some bytes, others would say a character that fewer bytes say, a surrogate, or one beyond the last of Unicode. */
    private static boolean isSecond(int first, int second) {
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int greatest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= greatest;
    }

    /** Where a text begins not to be UTF-8 without 0x00: the number of that byte, from 1 as SQL counts, or 0 where it does not. */
    static int firstBadByte(byte[] text) {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        boolean malformed = StandardCharsets.UTF_8
                .newDecoder()
                .decode(bytes, CharBuffer.allocate(text.length), true)
                .isMalformed();
        for (int i = 0; i < bytes.position(); i++) {
            if (text[i] == 0) {
                return i + 1;
            }
        }
        return malformed ? bytes.position() + 1 : 0;
    }

    /** The number of characters (code points) of a valid text. */
    static int characters(ByteSlice text) {
        int characters = 0;
        for (int i = text.start(); i < text.end(); i++) {
            characters += (text.array()[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return characters;
    }
}

package io.github.dbsync.sqlite;

import java.nio.ByteBuffer;
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
    static @Nullable Misfit check(byte[] text) {
        boolean ascii = true;
        for (byte b : text) {
            if (b == 0) {
                return Misfit.ZERO_CHARACTER;
            }
            ascii &= b > 0;
        }
        return ascii || isValid(text) ? null : Misfit.INVALID_UTF;
    }

    static boolean isValid(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
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
    static int characters(byte[] text) {
        int characters = 0;
        for (byte b : text) {
            characters += (b & 0xC0) == 0x80 ? 0 : 1;
        }
        return characters;
    }
}

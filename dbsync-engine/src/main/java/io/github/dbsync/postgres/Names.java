package io.github.dbsync.postgres;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/** Names of one kind in one place, each given once, none longer than PostgreSQL's 63 bytes. */
final class Names {

    /** {@code NAMEDATALEN - 1} (PostgreSQL docs, Lexical Structure, Identifiers). */
    static final int MAX_BYTES = 63;

    private static final int HASH_DIGITS = 8;

    private final Set<String> given = new HashSet<>();

    /** Keeps a name from being given. */
    void reserve(String name) {
        given.add(name);
    }

    /**
     * Gives a name: the one that is wanted where it is short enough and free, else one that is made from it. The same wishes
     * in the same order get the same names.
     */
    String give(String wanted) {
        String name = fits(wanted) ? wanted : shortened(wanted, wanted);
        for (int attempt = 2; !given.add(name); attempt++) {
            name = shortened(wanted, wanted + "\0" + attempt);
        }
        return name;
    }

    /** Another name that is made from one that cannot be had. */
    static String alternative(String name) {
        return shortened(name, name);
    }

    static boolean fits(String name) {
        return byteLength(name) <= MAX_BYTES;
    }

    private static int byteLength(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As much of the name as fits before an underscore and some digits of a hash. */
    private static String shortened(String name, String hashed) {
        String ending = "_" + DigestUtils.sha256Hex(hashed).substring(0, HASH_DIGITS);
        int end = name.length();
        while (byteLength(name.substring(0, end)) + ending.length() > MAX_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + ending;
    }
}

package io.github.dbsync.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * MurmurHash3 for 64-bit machines, 128 bits, with seed 0, as Austin Appleby published it ({@code MurmurHash3_x64_128}). What
 * Apache Commons Codec has puts each number together from its bytes, which takes as long as the rest of the digest. Stateless.
 */
final class RowHash {

    /** How many zeros must follow what is hashed: they are read with it, and change nothing. */
    static final int PADDING = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private RowHash() {}

    /**
     * The two numbers that some bytes have.
     *
     * @param bytes from their beginning on; {@link #PADDING} zeros follow them
     * @param length how many they are
     */
    static long[] of(byte[] bytes, int length) {
        long h1 = 0;
        long h2 = 0;
        int tail = length & -16;
        for (int at = 0; at < tail; at += 16) {
            h1 ^= mixFirst((long) LONG.get(bytes, at));
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= mixSecond((long) LONG.get(bytes, at + 8));
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        h1 ^= mixFirst((long) LONG.get(bytes, tail));
        h2 ^= mixSecond((long) LONG.get(bytes, tail + 8));
        return last(h1 ^ length, h2 ^ length);
    }

    private static long mixFirst(long block) {
        return Long.rotateLeft(block * C1, 31) * C2;
    }

    private static long mixSecond(long block) {
        return Long.rotateLeft(block * C2, 33) * C1;
    }

    private static long[] last(long h1, long h2) {
        long first = avalanche(h1 + h2);
        long second = avalanche(h1 + h2 + h2);
        return new long[] {first + second, first + second + second};
    }

    private static long avalanche(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}

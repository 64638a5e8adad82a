package io.github.dbsync.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.Test;

/** The hash is the one that Apache Commons Codec computes: digests that a tag or a memory holds stay what they are. */
class RowHashTest {

    private final Random random = new Random(1);

    @Test
    void itIsTheOneOfCommonsCodecForEveryLength() {
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            assertThat(RowHash.of(Arrays.copyOf(bytes, length + RowHash.PADDING), length))
                    .as("%d bytes", length)
                    .isEqualTo(MurmurHash3.hash128x64(bytes, 0, length, 0));
        }
    }

    @Test
    void itIsTheSameOfBytesThatAreAllBitsOrNone() {
        for (byte value : new byte[] {0, -1, -128, 127}) {
            byte[] bytes = new byte[37];
            Arrays.fill(bytes, value);

            assertThat(RowHash.of(Arrays.copyOf(bytes, bytes.length + RowHash.PADDING), bytes.length))
                    .isEqualTo(MurmurHash3.hash128x64(bytes, 0, bytes.length, 0));
        }
    }
}

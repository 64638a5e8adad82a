package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesPlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64",
        "Linux, aarch64, false, linux-arm64v8",
        "Linux, amd64, true, linux-amd64-alpine",
        "Mac OS X, x86_64, false, darwin-amd64",
        "Mac OS X, aarch64, false, darwin-arm64v8",
        "Windows 11, amd64, false, windows-amd64"
    })
    void is_named_as_the_artifacts_are(String osName, String osArch, boolean alpine, String name) {
        assertThat(BinariesPlatform.of(osName, osArch, alpine)).contains(new BinariesPlatform(name));
    }

    @Test
    void is_unknown_where_there_are_no_binaries() {
        assertThat(BinariesPlatform.of("SunOS", "sparcv9", false)).isEmpty();
    }
}

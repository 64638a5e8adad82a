package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "yes, true", "false, false", "False, false", "0, false", "'', false"})
    void believes_what_CI_says(String value, boolean expected) {
        assertThat(Terminal.isContinuousIntegration(Map.of("CI", value))).isEqualTo(expected);
    }

    @Test
    void takes_a_machine_without_CI_for_somebodys_own() {
        assertThat(Terminal.isContinuousIntegration(Map.of())).isFalse();
    }
}

package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactedTextTest {

    @Test
    void prints_stars_only() {
        RedactedText text = new RedactedText();
        text.set("postgresql://me:hush@host/db");

        assertThat(text).hasToString("***");
        assertThat(text.reveal()).isEqualTo("postgresql://me:hush@host/db");
    }
}

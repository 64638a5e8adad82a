package io.github.dbsync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.QualifiedName;
import org.junit.jupiter.api.Test;

class NamingTest {

    @Test
    void home_becomes_home() {
        assertThat(new Naming("", "public").apply(QualifiedName.of("users")))
                .isEqualTo(new QualifiedName("public", "users"));
        assertThat(new Naming("public", "").apply(new QualifiedName("public", "users")))
                .isEqualTo(QualifiedName.of("users"));
    }

    @Test
    void another_schema_is_carried_in_the_name_where_there_are_none() {
        assertThat(new Naming("public", "").apply(new QualifiedName("sales", "orders")))
                .isEqualTo(QualifiedName.of("sales.orders"));
    }

    @Test
    void a_dot_in_a_name_is_just_a_character() {
        assertThat(new Naming("", "public").apply(QualifiedName.of("sales.orders")))
                .isEqualTo(new QualifiedName("public", "sales.orders"));
    }
}

package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.postgres.EveryObjectMapper.ObjectRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownObjectsTest {

    /** The system catalogs whose rows are no objects of a database's user, or are read otherwise, each with the reason. */
    private static final Map<String, String> NOT_LISTED = Map.of(
            "pg_auth_members", "roles belong to the server",
            "pg_authid", "roles belong to the server",
            "pg_database", "databases belong to the server",
            "pg_tablespace", "tablespaces belong to the server",
            "pg_parameter_acl", "settings belong to the server",
            "pg_enum", "labels are read with their type",
            "pg_largeobject_metadata", "large objects are counted, and refused");

    @Test
    void what_nobody_reads_is_unknown_and_has_its_name() {
        List<ObjectRow> all = List.of(
                new ObjectRow(1, 10, null, null, "table", "public.read"),
                new ObjectRow(2, 20, 1L, 10L, "table constraint", "part on public.read"),
                new ObjectRow(2, 21, 1L, 11L, "table constraint", "part on public.other"),
                new ObjectRow(2, 10, null, null, "property graph", "public.graph"));

        List<OtherObject> unknown = UnknownObjects.among(all, Set.of(new ObjectId(1, 10)));

        assertThat(unknown)
                .extracting(OtherObject::kind, object -> object.name().name(), OtherObject::isUnknown)
                .containsExactly(
                        tuple("unknown table constraint", "part on public.other", true),
                        tuple("unknown property graph", "public.graph", true));
    }

    @Test
    void every_system_catalog_of_the_newest_version_is_listed_or_known_to_have_no_objects() throws IOException {
        String query = query();
        List<String> catalogs = Sql.texts(
                PostgresServers.newest().createDatabase(),
                "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'oid'"
                        + " WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'");

        assertThat(catalogs)
                .filteredOn(catalog -> !NOT_LISTED.containsKey(catalog))
                .contains("pg_class", "pg_proc")
                .allSatisfy(catalog -> assertThat(query).containsPattern("['\"]" + catalog + "['\"]"));
    }

    private static String query() throws IOException {
        try (InputStream query =
                Objects.requireNonNull(EveryObjectMapper.class.getResourceAsStream("EveryObjectMapper.xml"))) {
            return new String(query.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

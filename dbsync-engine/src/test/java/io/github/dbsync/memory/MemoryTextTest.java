package io.github.dbsync.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.CompactJson;
import io.github.dbsync.catalog.Default;
import io.github.dbsync.catalog.EnumLabels;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Generated;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.JsonList;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.catalog.TemporalForm;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.memory.Memory.RememberedTable;
import io.github.dbsync.memory.Memory.RememberedView;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTextTest {

    @Test
    void every_variant_of_every_value_comes_back() {
        Memory memory = everything();
        assertThat(MemoryText.decode(MemoryText.encode(memory))).isEqualTo(memory);
    }

    @Test
    void the_same_memory_gives_the_same_text() {
        assertThat(MemoryText.encode(everything())).isEqualTo(MemoryText.encode(everything()));
    }

    @Test
    void a_changed_character_is_noticed() {
        String text = MemoryText.encode(everything()).replace("odd \\\"name", "other \\\"name");
        assertNotTrusted(text, "its checksum does not match");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99})
    void another_version_is_noticed_though_its_checksum_is_right(int version) {
        String text = MemoryText.encode(everything()).replaceFirst("memory [0-9]+", "memory " + version);
        assertNotTrusted(text, "another version of dbsync wrote it: its format is " + version);
    }

    @Test
    void what_is_cut_off_is_noticed() {
        String text = MemoryText.encode(everything());
        assertNotTrusted(text.substring(0, text.length() - 1), "its checksum does not match");
        assertNotTrusted(text.substring(0, 40), "it does not begin as a memory does");
        assertNotTrusted("", "it does not begin as a memory does");
    }

    private static void assertNotTrusted(String text, String why) {
        assertThatThrownBy(() -> MemoryText.decode(text))
                .isInstanceOfSatisfying(
                        DbSyncException.class,
                        exception -> assertThat(exception.problem().code()).isEqualTo(ProblemCode.MEMORY_NOT_TRUSTED))
                .hasMessageContaining(why);
    }

    private static Memory everything() {
        QualifiedName name = new QualifiedName("public", "odd \"name");
        Expression portable = new Expression(
                "a > 'x'",
                List.of(
                        new Expression.Token.Name("a"),
                        new Expression.Token.Word(">"),
                        new Expression.Token.Text("x"),
                        new Expression.Token.Number("1")));
        Table table = new Table(
                name,
                columns(portable),
                new Key("pk", List.of("c0", "c1"), null),
                List.of(new Key(null, List.of("c1"), "UNIQUE NULLS NOT DISTINCT (c1)")),
                List.of(new ForeignKey(
                        "fk",
                        List.of("c0"),
                        name,
                        List.of("c1"),
                        ForeignKey.Action.SET_NULL,
                        ForeignKey.Action.CASCADE,
                        ForeignKey.Checking.DEFERRED,
                        null)),
                List.of(new Check("c", portable, null)),
                List.of(new Index(
                        "i",
                        true,
                        List.of(new Index.Part("c0", null, true, false, "C")),
                        new Expression("strange()", null),
                        "gin",
                        "CREATE INDEX ...")),
                List.of("STRICT"),
                "CREATE TABLE ...");
        OtherObject view = new OtherObject("view", name, null, "CREATE VIEW ...");
        return new Memory(
                "postgresql",
                List.of(new RememberedTable(table, table, "00ff")),
                List.of(new RememberedTable(table, table, "ff00")),
                List.of(sequence()),
                List.of(view),
                List.of(new RememberedView(view, view)),
                Map.of("encoding", "UTF-8", "page_size", "4096"));
    }

    private static List<Column> columns(Expression expression) {
        List<LogicalType> types = List.of(
                new LogicalType.Bool(),
                new LogicalType.Int(8),
                new LogicalType.Float(4),
                new LogicalType.Decimal(10, -2),
                new LogicalType.Decimal(null, null),
                new LogicalType.Text(5, true),
                new LogicalType.Bytes(),
                new LogicalType.Date(),
                new LogicalType.Time(),
                new LogicalType.Timestamp(true),
                new LogicalType.Uuid(),
                new LogicalType.Json(true),
                new LogicalType.Printed("int4range"));
        List<Default.Meaning> meanings = List.of(
                new Default.Meaning.Null(),
                new Default.Meaning.Text("x"),
                new Default.Meaning.Number("-1"),
                new Default.Meaning.Bool(true),
                new Default.Meaning.Bytes("00ff"),
                new Default.Meaning.CurrentTimestamp(),
                new Default.Meaning.CurrentDate(),
                new Default.Meaning.CurrentTime(),
                new Default.Meaning.Unknown());
        List<StoredForm> forms = List.of(
                new TemporalForm(true, "T", true, true, 3, "Z"),
                InstantForm.ISO_TEXT,
                InstantForm.MILLISECONDS,
                new CompactJson(),
                new JsonList(JsonList.Element.NUMBER),
                new EnumLabels(List.of("a", "b")));
        Stream<Column> typed = IntStream.range(0, types.size())
                .mapToObj(i -> new Column(
                        "c" + i,
                        new ColumnType(types.get(i), "declared", forms.get(i % forms.size())),
                        true,
                        null,
                        null,
                        null,
                        null));
        Stream<Column> defaulted = IntStream.range(0, meanings.size())
                .mapToObj(i -> new Column(
                        "d" + i,
                        new ColumnType(types.get(0), ""),
                        false,
                        new Default("declared", meanings.get(i)),
                        new Identity(Identity.Kind.ALWAYS, sequence()),
                        new Generated(expression, true),
                        "NOCASE"));
        return Stream.concat(typed, defaulted).toList();
    }

    private static Sequence sequence() {
        return Sequence.plain(new QualifiedName("public", "s"), "bigint", 42);
    }
}

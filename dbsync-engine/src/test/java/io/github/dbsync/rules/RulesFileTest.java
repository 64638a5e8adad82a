package io.github.dbsync.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.catalog.BooleanWords;
import io.github.dbsync.catalog.EncodedText;
import io.github.dbsync.catalog.EpochForm;
import io.github.dbsync.catalog.EscapedText;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.RawText;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.TemporalForm;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of rules: the same in {@code dbsync.yaml} and in a POM, and each misspelling is named with its place. */
class RulesFileTest {

    private static final QualifiedName ORDERS = QualifiedName.of("orders");
    private static final LogicalType TEXT = new LogicalType.Text(null, false);
    private static final LogicalType INSTANT = new LogicalType.Timestamp(true);

    @TempDir
    private Path folder;

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("type: text", TEXT, null),
                Arguments.of("type: 'numeric(12, 2)'", new LogicalType.Decimal(12, 2), null),
                Arguments.of("type: Double  Precision", new LogicalType.Float(8), null),
                Arguments.of("unit: seconds", INSTANT, new EpochForm(EpochForm.Unit.SECONDS, false)),
                Arguments.of(
                        "unit: julian days, type: date",
                        new LogicalType.Date(),
                        new EpochForm(EpochForm.Unit.JULIAN_DAYS, false)),
                Arguments.of(
                        "form: 'YYYY-MM-DDTHH:MM:SS.SSSZ'",
                        INSTANT,
                        new TemporalForm(true, "T", true, true, 3, "Z", true)),
                Arguments.of(
                        "form: 'YYYY-MM-DD HH:MM', type: timestamptz",
                        INSTANT,
                        new TemporalForm(true, " ", true, false, 0, "", true)),
                Arguments.of("nul: escape", TEXT, new EscapedText(false)),
                Arguments.of("nul: bytea", new LogicalType.Bytes(), new RawText()),
                Arguments.of("encoding: cp1252", TEXT, new EncodedText("windows-1252")),
                Arguments.of("encoding: bytea", new LogicalType.Bytes(), new RawText()),
                Arguments.of(
                        "true: [yes, on], false: no",
                        new LogicalType.Bool(),
                        new BooleanWords(List.of("yes", "on"), List.of("no"))));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_words_of_a_rule(String words, LogicalType type, @Nullable StoredForm form) throws IOException {
        ColumnRules rules = file("rules: [{column: orders.paid, " + words + "}]");
        assertThat(rules.of(ORDERS, "paid")).get().satisfies(rule -> {
            assertThat(rule.type()).isEqualTo(type);
            assertThat(rule.form()).isEqualTo(form);
            assertThat(rule.where()).isEqualTo("dbsync.yaml, line 1");
        });
    }

    @Test
    void a_pom_says_the_same_words() {
        ColumnRules rules = ColumnRules.ofPom(List.of(List.of(
                Map.entry("column", "*.paid"),
                Map.entry("true", " yes , on"),
                Map.entry("false", "no"),
                Map.entry("type", "boolean"))));
        assertThat(rules.of(ORDERS, "paid"))
                .map(ColumnRule::form)
                .contains(new BooleanWords(List.of("yes", "on"), List.of("no")));
        assertThat(rules.of(ORDERS, "paid_at")).isEmpty();
    }

    @Test
    void what_a_pom_says_that_is_not_understood_is_named_with_its_rule() {
        List<Map.Entry<String, String>> sound = List.of(Map.entry("column", "a.b"), Map.entry("type", "text"));
        List<Map.Entry<String, String>> misspelt = List.of(Map.entry("column", "a.c"), Map.entry("units", "seconds"));
        Problem refused = catchThrowableOfType(DbSyncException.class, () -> ColumnRules.ofPom(List.of(sound, misspelt)))
                .problem();
        assertThat(refused.code()).isEqualTo(ProblemCode.RULE_INVALID);
        assertThat(refused.what()).contains("units");
        assertThat(refused.where()).isEqualTo("rule 2 in <rules> of the POM");
        assertThat(refused.why()).contains("column, type, unit, form, nul, encoding, true, false");
    }

    @Test
    void no_file_and_an_empty_one_say_nothing() throws IOException {
        assertThat(RulesFile.in(folder).of(ORDERS, "paid")).isEmpty();
        assertThat(file("# nothing yet\n").of(ORDERS, "paid")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            rules: [{column: a.b, tpye: text}]                          | tpye            | line 1
            rules:⏎  - column: a.b⏎    type: varchar                    | type: varchar   | line 3
            rules: [{column: a.b, type: 'numeric(2,3)'}]                | numeric(2,3)    | line 1
            rules:⏎  - column: a.b⏎    unit: days                       | unit: days      | line 3
            rules: [{column: a.b, form: dd.mm.yyyy}]                    | dd.mm.yyyy      | line 1
            rules: [{column: a.b, form: 'HH:MMZ'}]                      | HH:MMZ          | line 1
            rules: [{column: a.b, nul: drop}]                           | nul: drop       | line 1
            rules: [{column: a.b, encoding: klingon}]                   | klingon         | line 1
            rules: [{column: a.b, encoding: 'not a name'}]              | not a name      | line 1
            rules: [{column: a.b, 'true': [t]}]                         | but not both    | line 1
            rules: [{column: a.b, 'true': [t], 'false': [t]}]           | cannot have     | line 1
            rules: [{column: a.b, unit: seconds, nul: escape}]          | cannot have     | line 1
            rules: [{column: a.b, type: text, unit: seconds}]           | cannot have     | line 1
            rules: [{column: a.b, type: text, type: date}]              | twice           | line 1
            rules: [{column: a.b}]                                      | says nothing    | line 1
            rules:⏎⏎  - type: text                                      | which column    | line 3
            rules: [{table: a, type: text}]                             | the word type   | line 1
            rules: [{table: a, column: a.b, rename: b}]                 | the word column | line 1
            rules: [{table: 'a*', rename: b}]                           | all tables      | line 1
            rules: [{table: a}]                                         | says nothing    | line 1
            rules: [{table: a, rename: ''}]                             | says nothing    | line 1
            rules: [{column: a.b, rename: c}]                           | a column        | line 1
            rule: []                                                    | made as it      | line 1
            rules: {column: a.b}                                        | made as it      | line 1
            rules: [{column: {a: b}}]                                   | made as it      | line 1
            rules: [{column: a.b                                        | cannot be read  | line 1
            """)
    void what_is_not_understood_is_named_with_its_line(String yaml, String named, String line) {
        Problem refused = catchThrowableOfType(DbSyncException.class, () -> file(yaml.replace('⏎', '\n')))
                .problem();
        assertThat(refused.code()).isEqualTo(ProblemCode.RULE_INVALID);
        assertThat(refused.what()).contains(named);
        assertThat(refused.where()).startsWith("dbsync.yaml, " + line);
    }

    @Test
    void words_of_several_rules_come_together_and_the_exact_name_wins() throws IOException {
        ColumnRules rules = file("rules: [{column: '*_at', unit: seconds}, {column: orders.paid_at, type: date},"
                + " {column: orders.sent_at, unit: milliseconds}]");
        assertThat(rules.of(ORDERS, "paid_at")).map(ColumnRule::type).contains(new LogicalType.Date());
        assertThat(form(rules, "paid_at")).contains(new EpochForm(EpochForm.Unit.SECONDS, false));
        assertThat(form(rules, "sent_at")).contains(new EpochForm(EpochForm.Unit.MILLISECONDS, false));
    }

    private static Optional<StoredForm> form(ColumnRules rules, String column) {
        return rules.of(ORDERS, column).map(ColumnRule::form);
    }

    private ColumnRules file(String yaml) throws IOException {
        Files.writeString(folder.resolve(RulesFile.NAME), yaml);
        return RulesFile.in(folder);
    }
}

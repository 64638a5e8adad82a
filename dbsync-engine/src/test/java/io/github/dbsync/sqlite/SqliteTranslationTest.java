package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.Default;
import io.github.dbsync.catalog.Default.Meaning;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.ForeignKey.Action;
import io.github.dbsync.catalog.ForeignKey.Checking;
import io.github.dbsync.catalog.Generated;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Translation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How tables of PostgreSQL are said in SQLite, and what the ledger tells of the rest. */
class SqliteTranslationTest {

    private static final LogicalType INT = new LogicalType.Int(4);
    private static final LogicalType TEXT = new LogicalType.Text(null, false);
    private static final LogicalType MONEY = new LogicalType.Decimal(10, 2);

    private final SqliteDialect dialect = new SqliteDialect();

    @TempDir
    private Path folder;

    @Test
    void a_whole_table_is_said_in_plain_sql() {
        Table foreign = new Table(
                QualifiedName.of("order line"),
                List.of(
                        identity("id", new LogicalType.Int(8), 41),
                        column("order", INT, false),
                        column("price", MONEY, false, new Meaning.Number("0.00")),
                        column("note", new LogicalType.Text(20, false), true, new Meaning.Text("it's")),
                        column("active", new LogicalType.Bool(), false, new Meaning.Bool(true)),
                        column("made", new LogicalType.Timestamp(true), false, new Meaning.CurrentTimestamp()),
                        column("tags", new LogicalType.Printed("text[]"), true, new Meaning.Unknown())),
                new Key("order_line_pkey", List.of("id"), null),
                List.of(new Key("one_note", List.of("order", "note"), null)),
                List.of(new ForeignKey(
                        "to_order",
                        List.of("order"),
                        QualifiedName.of("orders"),
                        List.of("id"),
                        Action.CASCADE,
                        Action.NO_ACTION,
                        Checking.DEFERRED,
                        null)),
                List.of(new Check(
                        "positive", expression("\"order\" > 0", name("order"), word(">"), number("0")), null)),
                List.of(new Index("by_note", false, List.of(part("note", true)), notNull("note"), "btree", null)),
                List.of(),
                null);

        Translation translation = translate(foreign);
        Script script = dialect.create(translation.table());

        assertThat(script.beforeRows()).extracting(Statement::sql).containsExactly("""
                        CREATE TABLE "order line" (
                            "id" INTEGER CONSTRAINT "order_line_pkey" PRIMARY KEY AUTOINCREMENT,
                            "order" INTEGER NOT NULL,
                            "price" TEXT NOT NULL DEFAULT '0.00',
                            "note" VARCHAR(20) DEFAULT 'it''s',
                            "active" BOOLEAN NOT NULL DEFAULT TRUE,
                            "made" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
                            "tags" TEXT,
                            CONSTRAINT "one_note" UNIQUE ("order", "note"),
                            CONSTRAINT "to_order" FOREIGN KEY ("order") REFERENCES "orders" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
                            CONSTRAINT "positive" CHECK ("order" > 0)
                        )""");
        assertThat(script.afterRows())
                .extracting(Statement::sql)
                .containsExactly(
                        "CREATE INDEX \"by_note\" ON \"order line\" (\"note\" DESC) WHERE \"note\" IS NOT NULL",
                        "DELETE FROM sqlite_sequence WHERE name = 'order line'",
                        "INSERT INTO sqlite_sequence (name, seq) VALUES ('order line', 41)");
        assertThat(script.afterAllRows()).isEmpty();
        assertThat(translation.ledger())
                .extracting(LedgerEntry::kind, LedgerEntry::name, LedgerEntry::fate)
                .containsExactly(tuple("default", "order line.tags", Fate.REMEMBERED));
        assertRuns(script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FOREIGN KEY (a, b) REFERENCES p(a, b) NOT VALID",
                "FOREIGN KEY (a, b) REFERENCES p(a, b) NOT ENFORCED",
                "FOREIGN KEY (a, PERIOD b) REFERENCES p(a, PERIOD b)"
            })
    void a_foreign_key_that_sqlite_would_check_otherwise_is_remembered(String definition) {
        Translation translation = translate(withForeignKey(Action.NO_ACTION, definition));

        assertThat(translation.table().foreignKeys()).isEmpty();
        assertThat(translation.ledger())
                .extracting(LedgerEntry::kind, LedgerEntry::name, LedgerEntry::fate)
                .containsExactly(tuple("foreign key", "t.(a, b)", Fate.REMEMBERED));
    }

    @Test
    void an_action_on_a_part_of_a_foreign_key_is_not_done_to_all_of_it() {
        Translation translation = translate(
                withForeignKey(Action.SET_NULL, "FOREIGN KEY (a, b) REFERENCES p(a, b) ON DELETE SET NULL (b)"));

        assertThat(translation.table().foreignKeys())
                .extracting(ForeignKey::onDelete)
                .containsExactly(Action.NO_ACTION);
        assertThat(translation.ledger())
                .extracting(LedgerEntry::kind, LedgerEntry::fate)
                .containsExactly(tuple("foreign key", Fate.REMEMBERED));
    }

    private static Table withForeignKey(Action onDelete, String definition) {
        List<String> both = List.of("a", "b");
        return new Table(
                QualifiedName.of("t"),
                List.of(column("a", INT, true), column("b", INT, true)),
                null,
                List.of(),
                List.of(new ForeignKey(
                        null,
                        both,
                        QualifiedName.of("p"),
                        both,
                        onDelete,
                        Action.NO_ACTION,
                        Checking.IMMEDIATE,
                        definition)),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    @Test
    void a_condition_is_said_only_where_it_means_the_same() {
        assertThat(condition(TEXT, name("v"), word("="), new Token.Text("a"))).isEqualTo("\"v\" = 'a'");
        assertThat(condition(
                        INT,
                        word("("),
                        name("v"),
                        word("+"),
                        number("1"),
                        word(")"),
                        word("IN"),
                        word("("),
                        number("1"),
                        word(","),
                        number("2"),
                        word(")")))
                .isEqualTo("(\"v\" + 1) IN (1, 2)");
        assertThat(condition(TEXT, word("LENGTH"), word("("), name("v"), word(")"), word(">"), number("0")))
                .as("an order of text")
                .isNull();
        assertThat(condition(TEXT, name("v"), word("<"), new Token.Text("m"))).isNull();
        assertThat(condition(MONEY, name("v"), word(">"), number("0"))).isNull();
        assertThat(condition(MONEY, name("v"), word("IS"), word("NOT"), word("NULL")))
                .isEqualTo("\"v\" IS NOT NULL");
        assertThat(condition(TEXT, word("LOWER"), word("("), name("v"), word(")"), word("="), name("v")))
                .isNull();
        assertThat(condition(new LogicalType.Text(3, true), name("v"), word("="), new Token.Text("a")))
                .isNull();
        assertThat(condition(INT, name("v"), word("~"), number("1"))).isNull();
    }

    private String condition(LogicalType type, Token... tokens) {
        Table foreign = table(
                List.of(column("v", type, true)),
                null,
                List.of(new Check(null, expression("x", tokens), null)),
                List.of());
        return translate(foreign).table().checks().stream()
                .map(check -> check.condition().declared())
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "ucs_basic", "pg_c_utf8"})
    void an_order_by_bytes_is_the_order_of_sqlite(String collation) {
        assertThat(collated(collation)).isEmpty();
    }

    @Test
    void another_order_is_remembered() {
        assertThat(collated("de-x-icu")).extracting(LedgerEntry::fate).containsExactly(Fate.REMEMBERED);
    }

    private List<LedgerEntry> collated(String collation) {
        ColumnType text = new ColumnType(TEXT, "text");
        Column column = new Column("v", text, true, null, null, null, collation);
        return translate(table(List.of(column), null, List.of(), List.of())).ledger();
    }

    @Test
    void the_constants_of_conditions_are_known_here_too() {
        assertThat(condition(new LogicalType.Bool(), name("v"), word("="), word("TRUE")))
                .isEqualTo("\"v\" = TRUE");
        assertThat(condition(new LogicalType.Bool(), name("v"), word("<>"), word("FALSE")))
                .isEqualTo("\"v\" <> FALSE");
    }

    @Test
    void an_index_is_never_widened() {
        Index partial =
                new Index("partial", true, List.of(part("v", false)), new Expression("v ~ 'x'", null), "btree", null);
        Index folded = new Index("folded", true, List.of(lower()), null, "btree", null);
        Index search = new Index("search", false, List.of(lower()), null, "btree", null);
        Index gin = new Index("gin", false, List.of(part("v", false)), null, "gin", null);
        Table foreign = table(List.of(column("v", TEXT, true)), null, List.of(), List.of(partial, folded, search, gin));

        Translation translation = translate(foreign);

        assertThat(translation.table().indexes()).extracting(Index::name).containsExactly("search", "gin");
        assertThat(translation.ledger())
                .extracting(LedgerEntry::name)
                .containsExactly("t.partial", "t.folded", "t.gin");
        assertRuns(dialect.create(translation.table()));
    }

    @Test
    void a_generated_column_is_computed_here_or_left_out() {
        Expression sum = expression("a + 1", name("a"), word("+"), number("1"));
        Column same = new Column("b", new ColumnType(INT, "integer"), true, null, null, new Generated(sum, true), null);
        Column other = new Column(
                "c",
                new ColumnType(INT, "integer"),
                true,
                null,
                null,
                new Generated(new Expression("f(a)", null), true),
                null);
        Index onOther = new Index("i", false, List.of(part("c", false)), null, "btree", null);
        Table foreign = table(List.of(column("a", INT, true), same, other), null, List.of(), List.of(onOther));

        Translation translation = translate(foreign);

        assertThat(translation.table().columns()).extracting(Column::name).containsExactly("a", "b");
        assertThat(translation.ledger()).extracting(LedgerEntry::kind).containsExactly("generated column", "index");
        assertRuns(dialect.create(translation.table()));
    }

    @Test
    void names_that_differ_in_case_only_are_refused() {
        Translation translation = translate(
                table(List.of(column("name", TEXT, true), column("Name", TEXT, true)), null, List.of(), List.of()));

        assertThat(translation.ledger()).extracting(LedgerEntry::fate).containsExactly(Fate.REFUSED);
    }

    @Test
    void index_names_are_made_unique_in_the_whole_database() {
        Index one = new Index("Idx", false, List.of(part("v", false)), null, "btree", null);
        Index two = new Index("idx", false, List.of(part("v", false)), null, "btree", null);
        Index three = new Index("T", false, List.of(part("v", false)), null, "btree", null);
        List<Translation> translations = dialect.translate(
                List.of(
                        table(List.of(column("v", TEXT, true)), null, List.of(), List.of(one)),
                        table(List.of(column("v", TEXT, true)), null, List.of(), List.of(two, three))),
                List.of());

        assertThat(translations.stream()
                        .flatMap(t -> t.table().indexes().stream())
                        .map(Index::name))
                .containsExactly("Idx", "idx_2", "T_2");
        assertThat(translations.get(1).ledger())
                .extracting(LedgerEntry::kind, LedgerEntry::fate)
                .contains(tuple("index", Fate.TRANSLATED), tuple("table", Fate.REFUSED));
    }

    @Test
    void what_no_sqlite_table_can_be_is_refused() {
        Translation translation = translate(table(List.of(), null, List.of(), List.of()));

        assertThat(translation.ledger()).extracting(LedgerEntry::fate).containsExactly(Fate.REFUSED);
    }

    @Test
    void an_identity_that_is_no_sole_key_is_remembered() {
        Translation translation = translate(table(
                List.of(identity("a", INT, 1), column("b", INT, false)),
                new Key(null, List.of("a", "b"), null),
                List.of(),
                List.of()));

        assertThat(translation.table().columns().get(0).identity()).isNull();
        assertThat(translation.ledger()).extracting(LedgerEntry::kind).containsExactly("identity");
        assertRuns(dialect.create(translation.table()));
    }

    @Test
    void a_table_with_its_own_definition_is_made_verbatim() {
        String definition = "CREATE TABLE t ( [v]  INTEGER /* odd */ )";
        Index index = new Index("i", false, List.of(part("v", false)), null, "btree", "CREATE  INDEX i on t(v)");
        Table table = new Table(
                QualifiedName.of("t"),
                List.of(column("v", INT, true)),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(index),
                List.of(),
                definition);

        Script script = dialect.create(table);

        assertThat(script.beforeRows()).extracting(Statement::sql).containsExactly(definition);
        assertThat(script.afterRows()).extracting(Statement::sql).containsExactly("CREATE  INDEX i on t(v)");
    }

    private void assertRuns(Script script) {
        Databases.make(
                folder.resolve("runs.db"),
                Stream.of(script.beforeRows(), script.afterRows(), script.afterAllRows())
                        .flatMap(List::stream)
                        .map(Statement::sql)
                        .toArray(String[]::new));
    }

    private static Table table(List<Column> columns, Key key, List<Check> checks, List<Index> indexes) {
        return new Table(QualifiedName.of("t"), columns, key, List.of(), List.of(), checks, indexes, List.of(), null);
    }

    private static Column column(String name, LogicalType type, boolean nullable) {
        return new Column(name, new ColumnType(type, "foreign"), nullable, null, null, null, null);
    }

    private static Column column(String name, LogicalType type, boolean nullable, Meaning meaning) {
        return new Column(
                name, new ColumnType(type, "foreign"), nullable, new Default("foreign", meaning), null, null, null);
    }

    private static Column identity(String name, LogicalType type, long last) {
        Sequence sequence = Sequence.plain(QualifiedName.of("s"), "bigint", last);
        return column(name, type, false).withIdentity(new Identity(Identity.Kind.BY_DEFAULT, sequence));
    }

    private static Index.Part part(String column, boolean descending) {
        return new Index.Part(column, null, descending, descending, null);
    }

    private static Index.Part lower() {
        Expression lower = expression("lower(v)", word("LOWER"), word("("), name("v"), word(")"));
        return new Index.Part(null, lower, false, false, null);
    }

    private static Expression notNull(String column) {
        return expression("x", name(column), word("IS"), word("NOT"), word("NULL"));
    }

    private static Expression expression(String declared, Token... tokens) {
        return new Expression(declared, List.of(tokens));
    }

    private static Token name(String column) {
        return new Token.Name(column);
    }

    private static Token word(String word) {
        return new Token.Word(word);
    }

    private static Token number(String digits) {
        return new Token.Number(digits);
    }

    private Translation translate(Table foreign) {
        return dialect.translate(List.of(foreign), List.of()).get(0);
    }
}

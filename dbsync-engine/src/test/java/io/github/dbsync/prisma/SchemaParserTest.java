package io.github.dbsync.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.prisma.FieldType.Arity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaParserTest {

    private static final String SHOP = """
            generator client {
              provider        = "prisma-client" // the new one
              previewFeatures = ["views", "partialIndexes"]
            }
            datasource db {
              provider = "postgresql"
              schemas  = ["sales"]
            }
            /// what is sold
            model Item {
              id    Int      @id @default(autoincrement()) /// counts
              name  String?  @map("the name") @db.VarChar(20)
              tags  Tag[]    @default([NEW, OLD])
              place Unsupported("point")
              /* not yet
              price Decimal */
              @@unique([name(sort: Desc), id], map: "key", where: { name: { not: "it's" } })
              @@map("items")
            }
            enum Tag {
              NEW @map("brand new")
              OLD
              @@map("tags")
            }
            view Sold {
              id Int @unique
            }
            """;

    private final Schema schema = Schemas.parse("shop.prisma", SHOP).schema();

    @Test
    void settings() {
        assertThat(schema.datasource().flatMap(source -> source.lookupText("provider")))
                .hasValue("postgresql");
        assertThat(schema.previews("views")).isTrue();
        assertThat(schema.previews("typedSql")).isFalse();
    }

    @Test
    void models_and_enums() {
        Model item = schema.lookupModel("Item").orElseThrow();
        assertThat(item.databaseName()).isEqualTo("items");
        assertThat(item.fields())
                .extracting(
                        field -> field.name().text(),
                        field -> field.type().name(),
                        field -> field.type().arity())
                .containsExactly(
                        tuple("id", "Int", Arity.REQUIRED),
                        tuple("name", "String", Arity.OPTIONAL),
                        tuple("tags", "Tag", Arity.LIST),
                        tuple("place", "point", Arity.REQUIRED));
        assertThat(schema.lookupEnum("Tag").orElseThrow().values())
                .extracting(Attributed::databaseName)
                .containsExactly("brand new", "OLD");
        assertThat(schema.of(Model.Kind.VIEW))
                .extracting(view -> view.name().text())
                .containsExactly("Sold");
    }

    @Test
    void attributes_and_their_arguments() {
        Attribute key = schema.lookupModel("Item")
                .flatMap(item -> item.lookup("unique"))
                .orElseThrow();
        assertThat(Keys.fields(key)).containsExactly("name", "id");
        assertThat(key.lookupText("map")).hasValue("key");
        assertThat(key.lookup("where")).map(where -> where.token().text()).hasValue("{ name: { not: \"it's\" } }");
    }

    @Test
    void a_schema_of_several_files() {
        SchemaFile models = new SchemaFile("models.prisma", "model A {\n  id Int @id\n  b B\n}\n");
        SchemaFile enums = new SchemaFile("enums.prisma", "enum B {\n  ONE\n}\n");
        ParsedSchema parsed = SchemaParser.parse(List.of(models, enums));
        assertThat(SchemaCheck.problems(parsed)).isEmpty();
        assertThat(parsed.schema().lookupEnum("B").orElseThrow().name().where()).isEqualTo("enums.prisma:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void a_word_can_be_replaced_and_nothing_else(String lineEnd) {
        String text = "// \uD83D\uDE00 caf\u00e9\n" + SHOP;
        Schema read = Schemas.parse("shop.prisma", text.replace("\n", lineEnd)).schema();
        Token provider = read.datasource()
                .flatMap(source -> source.lookup("provider"))
                .orElseThrow()
                .token();
        String edited = new StringBuilder(provider.file().text())
                .replace(provider.start(), provider.end(), "\"sqlite\"")
                .toString();
        assertThat(edited)
                .isEqualTo(text.replace("\"postgresql\"", "\"sqlite\"").replace("\n", lineEnd));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a\\"b        | a"b
            \\u00e9\\t\\/ | é\t/
            {} // []     | {} // []
            """)
    void strings_have_the_escapes_of_json(String written, String meant) {
        Schema read = Schemas.parse("a.prisma", "datasource db {\n provider = \"" + written + "\"\n}\n")
                .schema();
        assertThat(read.datasource().flatMap(source -> source.lookupText("provider")))
                .hasValue(meant);
    }

    @Test
    void a_line_that_is_none_is_named_and_the_others_are_read() {
        ParsedSchema parsed = Schemas.parse("a.prisma", "model A {\n  id Int @id\n  b Int @index([a,])\n  c Int\n}\n");
        assertThat(parsed.problems()).extracting(Problem::where).containsExactly("a.prisma:3");
        assertThat(parsed.schema().models().get(0).fields())
                .extracting(field -> field.name().text())
                .containsExactly("id", "c");
    }
}

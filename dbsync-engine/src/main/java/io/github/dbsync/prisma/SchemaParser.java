package io.github.dbsync.prisma;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.prisma.FieldType.Arity;
import io.github.dbsync.prisma.Settings.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads a schema with Prisma's grammar (prisma-engines, {@code datamodel.pest}): blocks whose braces end and begin a line,
 * and in them one field, attribute or property a line. A line that is none is a problem, and reading goes on behind it.
 */
public final class SchemaParser {

    private static final String NO_BLOCK = "This line does not start with any keyword of the schema language.";
    private static final String NO_FIELD = "This line is not a valid field or attribute definition.";
    private static final String NO_CONSTANT = "This line is not a valid enum value definition.";
    private static final String NO_PROPERTY = "This line is not a valid definition within this block.";

    private final Cursor cursor;
    private final ValueParser values;

    private final List<Settings> datasources = new ArrayList<>();
    private final List<Settings> generators = new ArrayList<>();
    private final List<Model> blocks = new ArrayList<>();
    private final List<Enumeration> enums = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private SchemaParser(SchemaFile file) {
        this.cursor = new Cursor(file);
        this.values = new ValueParser(cursor);
    }

    /** Reads a schema that may be several files. */
    public static ParsedSchema parse(List<SchemaFile> files) {
        List<SchemaParser> read = files.stream().map(SchemaParser::new).toList();
        read.forEach(SchemaParser::file);
        Schema schema = new Schema(
                read.stream().flatMap(one -> one.datasources.stream()).toList(),
                read.stream().flatMap(one -> one.generators.stream()).toList(),
                read.stream().flatMap(one -> one.blocks.stream()).toList(),
                read.stream().flatMap(one -> one.enums.stream()).toList());
        return new ParsedSchema(
                schema, read.stream().flatMap(one -> one.problems.stream()).toList());
    }

    private void file() {
        while (!cursor.atEnd()) {
            if (!cursor.skipEmptyOrComment() && !block()) {
                refuse(cursor.line(), NO_BLOCK);
                cursor.skipLine();
            }
        }
    }

    private boolean block() {
        return keep(() -> settings("datasource"), datasources)
                || keep(() -> settings("generator"), generators)
                || Stream.of(Model.Kind.values()).anyMatch(kind -> keep(() -> model(kind), blocks))
                || keep(this::enumeration, enums);
    }

    /** Keeps a block; what was found wrong in one that is none after all is forgotten with it. */
    private <T> boolean keep(Supplier<Optional<T>> rule, List<T> kept) {
        int known = problems.size();
        Optional<T> block = cursor.attempt(rule);
        block.ifPresentOrElse(
                kept::add, () -> problems.subList(known, problems.size()).clear());
        return block.isPresent();
    }

    private Optional<Settings> settings(String keyword) {
        List<Property> properties = new ArrayList<>();
        return open(keyword)
                .filter(name -> lines(NO_PROPERTY, () -> line(this::property, properties)))
                .map(name -> new Settings(name, properties));
    }

    private Optional<Model> model(Model.Kind kind) {
        List<Field> fields = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        return open(kind.keyword())
                .filter(name ->
                        lines(NO_FIELD, () -> line(this::field, fields) || line(() -> attribute("@@"), attributes)))
                .map(name -> new Model(kind, name, fields, attributes));
    }

    private Optional<Enumeration> enumeration() {
        List<Enumeration.Constant> constants = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        return open("enum")
                .filter(name -> lines(
                        NO_CONSTANT, () -> line(this::constant, constants) || line(() -> attribute("@@"), attributes)))
                .map(name -> new Enumeration(name, constants, attributes));
    }

    private Optional<Property> property() {
        return cursor.identifier()
                .filter(name -> cursor.take("="))
                .flatMap(name -> values.value().map(value -> new Property(name, value)));
    }

    private Optional<Field> field() {
        return cursor.identifier()
                .flatMap(name ->
                        type().flatMap(type -> fieldAttributes().map(attributes -> new Field(name, type, attributes))));
    }

    private Optional<Enumeration.Constant> constant() {
        return cursor.identifier()
                .flatMap(name -> fieldAttributes().map(attributes -> new Enumeration.Constant(name, attributes)));
    }

    private Optional<FieldType> type() {
        if (cursor.take("Unsupported(")) {
            return cursor.string()
                    .filter(name -> cursor.take(")"))
                    .flatMap(ValueParser::unquoted)
                    .map(name -> new FieldType(name, arity(), true));
        }
        return cursor.identifier().map(name -> new FieldType(name.text(), arity(), false));
    }

    private Arity arity() {
        if (cursor.take("[]")) {
            return Arity.LIST;
        }
        return cursor.take("?") ? Arity.OPTIONAL : Arity.REQUIRED;
    }

    private Optional<List<Attribute>> fieldAttributes() {
        List<Attribute> attributes = new ArrayList<>();
        Optional<Attribute> next = attribute("@");
        while (next.isPresent()) {
            attributes.add(next.get());
            next = attribute("@");
        }
        return Optional.of(attributes);
    }

    private Optional<Attribute> attribute(String mark) {
        return cursor.attempt(() -> cursor.take(mark)
                ? values.path().flatMap(name -> values.arguments().map(arguments -> new Attribute(name, arguments)))
                : Optional.empty());
    }

    /** The line on which a block opens; whatever follows its brace there is nothing to Prisma. */
    private Optional<Token> open(String keyword) {
        return cursor.take(keyword)
                ? cursor.identifier().filter(name -> cursor.take("{") && cursor.skipLine())
                : Optional.empty();
    }

    /** The lines of a block, up to its closing brace; false where there is none. */
    private boolean lines(String complaint, BooleanSupplier line) {
        while (!cursor.take("}")) {
            if (cursor.atEnd()) {
                return false;
            }
            if (!cursor.skipEmptyOrComment() && !line.getAsBoolean()) {
                refuse(cursor.line(), complaint);
                cursor.skipLine();
            }
        }
        return true;
    }

    private <T> boolean line(Supplier<Optional<T>> rule, List<T> kept) {
        Optional<T> taken = cursor.attempt(() -> rule.get().filter(whole -> cursor.endOfLine()));
        taken.ifPresent(kept::add);
        return taken.isPresent();
    }

    private void refuse(Token line, String why) {
        problems.add(SchemaProblems.refused(line, why));
    }
}

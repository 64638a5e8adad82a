package io.github.dbsync.prisma;

import static io.github.dbsync.prisma.SchemaProblems.refused;

import io.github.dbsync.feedback.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Names that Prisma does not take, and names that are given twice. */
final class NameCheck {

    /** Words that Prisma Client cannot have as a type (prisma-engines, {@code reserved_model_names.rs}). */
    private static final Set<String> RESERVED = Set.of(
            "PrismaClient",
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "using",
            "var",
            "void",
            "while",
            "with",
            "yield");

    private NameCheck() {}

    static Stream<Problem> problems(Schema schema) {
        List<Token> types = Stream.concat(schema.blocks().stream(), schema.enums().stream())
                .map(Attributed::name)
                .toList();
        Stream<Token> fields = schema.blocks().stream().flatMap(block -> names(block.fields()));
        Stream<Token> values = schema.enums().stream().flatMap(type -> names(type.values()));
        return Stream.of(
                        Stream.of(types.stream(), fields, values)
                                .flatMap(all -> all)
                                .flatMap(NameCheck::badSpelling),
                        types.stream().flatMap(NameCheck::reserved),
                        twice(types),
                        schema.blocks().stream()
                                .flatMap(block -> twice(names(block.fields()).toList())),
                        schema.enums().stream()
                                .flatMap(type -> twice(names(type.values()).toList())),
                        schema.enums().stream()
                                .filter(type -> type.values().isEmpty())
                                .map(NameCheck::empty))
                .flatMap(problems -> problems);
    }

    private static Stream<Token> names(List<? extends Attributed> named) {
        return named.stream().map(Attributed::name);
    }

    private static Stream<Problem> badSpelling(Token name) {
        if (Character.isDigit(name.text().codePointAt(0))) {
            return Stream.of(refused(name, "the name begins with a digit"));
        }
        return name.text().contains("-") ? Stream.of(refused(name, "the name has a hyphen in it")) : Stream.empty();
    }

    private static Stream<Problem> reserved(Token name) {
        boolean taken =
                RESERVED.contains(name.text()) || ScalarType.of(name.text()).isPresent();
        return taken ? Stream.of(refused(name, "the name is reserved")) : Stream.empty();
    }

    private static Stream<Problem> twice(List<Token> names) {
        Set<String> known = new HashSet<>();
        return names.stream()
                .filter(name -> !known.add(name.text()))
                .map(name -> refused(name, "the name is given twice"));
    }

    private static Problem empty(Enumeration type) {
        return refused(type.name(), "an enum needs at least one value");
    }
}

package io.github.dbsync;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The reading order of the engine, kept as a fact: whoever reads the packages in this order never meets a stranger. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.dbsync";

    /** The three ends stand side by side on the same floor: each may use all above, none may use its neighbours. */
    private static final Set<String> ENDS = Set.of("sqlite", "postgres", "snapshot");

    /** Each package may use only those above it. The root package comes last and may use them all. */
    private static final List<String> READING_ORDER = List.of(
            "feedback",
            "catalog",
            "memory",
            "batch",
            "endpoint",
            "embedded",
            "appconfig",
            "dialect",
            "sqlite",
            "postgres",
            "snapshot",
            "plan",
            "transfer",
            "verify",
            "git");

    @ArchTest
    static final ArchRule every_package_uses_only_those_above_it = CompositeArchRule.of(
            READING_ORDER.stream().map(ArchitectureTest::usesOnlyThoseAbove).toList());

    @ArchTest
    static final ArchRule every_class_has_its_place_in_the_reading_order = classes()
            .should()
            .resideInAnyPackage(
                    Stream.concat(Stream.of(ROOT), READING_ORDER.stream().map(ArchitectureTest::tree))
                            .toArray(String[]::new))
            .because("a package outside the reading order escapes every rule about it; give a new one its place here");

    @ArchTest
    static final ArchRule planning_is_pure = noClasses()
            .that()
            .resideInAPackage(tree("plan"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "java.io..", "java.nio..")
            .because(
                    "the plan is a value made from values: what was confirmed is what runs, and nothing moved meanwhile")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule feedback_and_catalog_know_no_jdbc = noClasses()
            .that()
            .resideInAnyPackage(tree("feedback"), tree("catalog"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .because("what the user is told and what a database consists of are the same whoever is asked, and however")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_sqlite_file_format_knows_no_jdbc = noClasses()
            .that()
            .resideInAPackage(tree("sqlite.file"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .because("the file format is pages and records; it is read and written without asking SQLite")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule a_class_is_named_for_what_it_is = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager)(\\$.*)?")
            .because("a name that says nothing gathers everything; the word for what the class is can be found");

    @ArchTest
    static final ArchRule no_package_for_leftovers = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..")
            .because("code belongs to the thing it is about; a drawer for the rest is where nobody looks for it");

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes()
            .should(resideInANullMarkedPackage())
            .because("NullAway reads only what is marked; a null may be passed only where the type says @Nullable");

    private static ArchRule usesOnlyThoseAbove(String name) {
        return noClasses()
                .that()
                .resideInAPackage(tree(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(notAbove(name))
                .because("`" + name + "` is read before them, or beside them: it may use only the packages above it in "
                        + READING_ORDER)
                .allowEmptyShould(true);
    }

    private static String[] notAbove(String name) {
        List<String> forbidden = new ArrayList<>();
        forbidden.add(ROOT);
        READING_ORDER.stream()
                .skip(READING_ORDER.indexOf(name) + 1L)
                .map(ArchitectureTest::tree)
                .forEach(forbidden::add);
        if (ENDS.contains(name)) {
            ENDS.stream()
                    .filter(end -> !end.equals(name))
                    .map(ArchitectureTest::tree)
                    .forEach(forbidden::add);
        }
        return forbidden.toArray(String[]::new);
    }

    private static String tree(String name) {
        return ROOT + "." + name + "..";
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                events.add(new SimpleConditionEvent(
                        type,
                        marked,
                        type.getName() + " resides in a package whose package-info.java "
                                + (marked ? "is" : "is missing or not") + " @NullMarked"));
            }
        };
    }
}

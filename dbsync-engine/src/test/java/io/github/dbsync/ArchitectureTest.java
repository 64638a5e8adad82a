package io.github.dbsync;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The reading order of the engine, kept as a fact: whoever reads the packages in this order never meets a stranger. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.dbsync";

    /** Each package may use only those on the floors above it; those on one floor never see each other. */
    private static final List<List<String>> READING_ORDER = List.of(
            List.of("feedback"),
            List.of("catalog"),
            List.of("migration"),
            List.of("rules"),
            List.of("memory"),
            List.of("batch"),
            List.of("endpoint"),
            List.of("embedded"),
            List.of("prisma"),
            List.of("appconfig"),
            List.of("query"),
            List.of("dialect"),
            List.of("sqlite", "postgres", "snapshot"),
            List.of("plan"),
            List.of("transfer"),
            List.of("verify"),
            List.of("git"),
            List.of("survey"),
            List.of("comparison"),
            List.of("proposal"),
            List.of("archive"),
            List.of("report"),
            List.of("status"),
            List.of("doctor"),
            List.of("tag"),
            List.of("seed"),
            List.of("check"),
            List.of(ROOT));

    @ArchTest
    static final ArchRule every_package_uses_only_those_above_it = classes()
            .should(useOnlyPackagesAboveTheirOwn())
            .because("who reads the packages in this order has already met whatever a class speaks of");

    @ArchTest
    static final ArchRule every_package_has_its_place_in_the_reading_order = classes()
            .should(resideInTheReadingOrder())
            .because("a package outside the reading order escapes it; give a new one its place in this test");

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
    static final ArchRule the_sqlite_file_format_knows_no_dialect = noClasses()
            .that()
            .resideInAPackage(tree("sqlite.file"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".sqlite")
            .because("the dialect uses the file format, not the other way round");

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

    private static String tree(String name) {
        return ROOT + "." + name + "..";
    }

    private static ArchCondition<JavaClass> useOnlyPackagesAboveTheirOwn() {
        return new ArchCondition<>("use only packages above their own in " + READING_ORDER) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isOurs(dependency.getTargetClass()))
                        .filter(dependency -> !mayUse(nameInOrder(type), nameInOrder(dependency.getTargetClass())))
                        .forEach(dependency -> events.add(violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInTheReadingOrder() {
        return new ArchCondition<>("reside in a package of " + READING_ORDER) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (floor(nameInOrder(type)) < 0) {
                    events.add(violated(type, type.getName() + " resides in `" + nameInOrder(type) + "`"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                if (!marked) {
                    events.add(violated(type, type.getName() + " resides in a package that is not"));
                }
            }
        };
    }

    private static boolean mayUse(String user, String used) {
        return user.equals(used) || floor(used) < floor(user);
    }

    private static int floor(String name) {
        for (int floor = 0; floor < READING_ORDER.size(); floor++) {
            if (READING_ORDER.get(floor).contains(name)) {
                return floor;
            }
        }
        return -1;
    }

    private static boolean isOurs(JavaClass type) {
        String packageName = type.getBaseComponentType().getPackageName();
        return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
    }

    /** The first word after the root package ({@code sqlite} for all of {@code sqlite.file}), or the root itself. */
    private static String nameInOrder(JavaClass type) {
        String packageName = type.getBaseComponentType().getPackageName();
        return packageName.equals(ROOT)
                ? ROOT
                : packageName.substring(ROOT.length() + 1).replaceFirst("\\..*", "");
    }
}

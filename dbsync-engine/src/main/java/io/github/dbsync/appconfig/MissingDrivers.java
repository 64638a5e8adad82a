package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postgresql.util.DriverInfo;
import org.sqlite.SQLiteJDBCLoader;

/** Whether the application's build has what the application needs to open the target through JDBC. */
public final class MissingDrivers {

    private static final Set<String> HIBERNATE = Set.of(
            "org.springframework.boot:spring-boot-starter-data-jpa",
            "org.hibernate.orm:hibernate-core",
            "org.hibernate:hibernate-core");
    private static final String DIALECTS = "org.hibernate.orm:hibernate-community-dialects";

    private MissingDrivers() {}

    /**
     * What the build lacks, with the lines to be added to it.
     *
     * @param target the database that the application is to open
     * @param dependencies what the build depends on, each as {@code groupId:artifactId}
     */
    public static List<Problem> of(Ends ends, Endpoint target, Set<String> dependencies) {
        Application application = ends.application();
        if (application.configuration().dataSource().isEmpty()) {
            return List.of();
        }
        Side side = Side.of(target.dialect()).orElseThrow();
        List<Problem> missing = new ArrayList<>();
        if (!dependencies.contains(driver(side))) {
            missing.add(problem(application, side.title() + "'s JDBC driver", driver(side), version(side)));
        }
        boolean hibernate = dependencies.stream().anyMatch(HIBERNATE::contains);
        if (side == Side.SQLITE && hibernate && !dependencies.contains(DIALECTS)) {
            missing.add(problem(application, "Hibernate's dialect of SQLite", DIALECTS, "${hibernate.version}"));
        }
        return missing;
    }

    private static String driver(Side side) {
        return switch (side) {
            case SQLITE -> "org.xerial:sqlite-jdbc";
            case POSTGRESQL -> "org.postgresql:postgresql";
        };
    }

    private static String version(Side side) {
        return switch (side) {
            case SQLITE -> SQLiteJDBCLoader.getVersion();
            case POSTGRESQL -> DriverInfo.DRIVER_VERSION;
        };
    }

    private static Problem problem(Application application, String what, String dependency, String version) {
        String[] names = dependency.split(":", 2);
        return Problem.warning(
                ProblemCode.DRIVER_MISSING,
                "The application's build does not name " + what,
                application.folder().resolve("pom.xml").toString(),
                "unless another dependency brings " + dependency + " along, the application cannot open the target",
                "Add <dependency><groupId>" + names[0] + "</groupId><artifactId>" + names[1] + "</artifactId><version>"
                        + version + "</version><scope>runtime</scope></dependency> to its <dependencies>");
    }
}

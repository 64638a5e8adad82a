package io.github.dbsync.appconfig;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the settings beside a JDBC URL are called for each kind of database. */
final class JdbcWords {

    /** Of the module hibernate-community-dialects. */
    static final String SQLITE_DIALECT = "org.hibernate.community.dialect.SQLiteDialect";

    private JdbcWords() {}

    /**
     * Whether a driver or a dialect would be written for its side again if it were not kept.
     *
     * @param now what takes its place, or null where it stays
     */
    static boolean comesBack(Setting before, @Nullable String now, Side side) {
        String word = before.written().reveal();
        return now != null
                && driver(now, side)
                        .or(() -> dialect(now, side))
                        .filter(word::equals)
                        .isPresent();
    }

    /** The class of the driver that dbsync knows. */
    static String driver(Side side) {
        return switch (side) {
            case SQLITE -> "org.sqlite.JDBC";
            case POSTGRESQL -> "org.postgresql.Driver";
        };
    }

    /** The driver of the other side in the place of one that dbsync knows; empty where it knows none. */
    static Optional<String> driver(String now, Side side) {
        return now.equals(driver(side.opposite())) || now.equals(driver(side))
                ? Optional.of(driver(side))
                : Optional.empty();
    }

    /** The dialect of Hibernate (or of {@code spring.jpa.database}) of a side in the place of one of the other. */
    static Optional<String> dialect(String now, Side side) {
        String word = now.toLowerCase(Locale.ROOT);
        if (!word.contains("dialect")) {
            return database(word, side);
        }
        return switch (side) {
            case SQLITE -> word.contains("postgres") ? Optional.of(SQLITE_DIALECT) : same(now, word.contains("sqlite"));
            case POSTGRESQL ->
                word.contains("sqlite")
                        ? Optional.of("org.hibernate.dialect.PostgreSQLDialect")
                        : same(now, word.contains("postgres"));
        };
    }

    /** Spring's enumeration knows no SQLite; {@code default} leaves it to Hibernate. */
    private static Optional<String> database(String word, Side side) {
        return switch (word) {
            case "postgresql" -> Optional.of(side == Side.SQLITE ? "default" : word);
            case "default" -> Optional.of(word);
            default -> Optional.empty();
        };
    }

    private static Optional<String> same(String now, boolean fits) {
        return fits ? Optional.of(now) : Optional.empty();
    }
}

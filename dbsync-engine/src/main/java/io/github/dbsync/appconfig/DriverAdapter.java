package io.github.dbsync.appconfig;

import java.util.Locale;

/** The driver adapters that Prisma has for both kinds of database (Prisma docs, "Database drivers"), the usual one first. */
enum DriverAdapter {
    PG(Side.POSTGRESQL, "@prisma/adapter-pg", "PrismaPg", "connectionString"),
    NEON(Side.POSTGRESQL, "@prisma/adapter-neon", "PrismaNeon", "connectionString"),
    BETTER_SQLITE3(Side.SQLITE, "@prisma/adapter-better-sqlite3", "PrismaBetterSqlite3", "url"),
    LIBSQL(Side.SQLITE, "@prisma/adapter-libsql", "PrismaLibSql", "url"),
    D1(Side.SQLITE, "@prisma/adapter-d1", "PrismaD1", "url");

    private final Side side;
    private final String packageName;
    private final String className;
    private final String option;

    DriverAdapter(Side side, String packageName, String className, String option) {
        this.side = side;
        this.packageName = packageName;
        this.className = className;
        this.option = option;
    }

    Side side() {
        return side;
    }

    /** The name of its package at npm. */
    String packageName() {
        return packageName;
    }

    String className() {
        return className;
    }

    /** How it is made for the URL in a variable of the environment. */
    String made(String variable) {
        return "new " + className + "({ " + option + ": process.env." + variable + " })";
    }

    /** Whether a text names its package, or an entrance of it such as {@code @prisma/adapter-libsql/web}. */
    boolean isNamedBy(String text) {
        return text.equals(packageName) || text.startsWith(packageName + "/");
    }

    /** Whether a word is its class; older versions write {@code PrismaLibSQL}, and some have {@code PrismaNeonHTTP} too. */
    boolean isClass(String word) {
        return word.toLowerCase(Locale.ROOT).startsWith(className.toLowerCase(Locale.ROOT));
    }
}

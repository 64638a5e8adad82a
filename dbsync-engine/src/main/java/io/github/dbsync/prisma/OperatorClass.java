package io.github.dbsync.prisma;

import java.util.Locale;
import java.util.Map;

/** PostgreSQL's names of the operator classes that Prisma writes in capitals: {@code JsonbPathOps}. */
final class OperatorClass {

    private static final Map<String, String> ONE_WORD = Map.of(
            "min_max", "minmax",
            "ts_vector", "tsvector",
            "ts_query", "tsquery",
            "timestamp_tz", "timestamptz",
            "time_tz", "timetz",
            "var_bit", "varbit");

    private OperatorClass() {}

    /** The name in SQL; one that is in small letters already is meant as it is. */
    static String sqlName(String word) {
        String name = word.replaceAll("(?<=.)(?=[A-Z][a-z])", "_").toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> joined : ONE_WORD.entrySet()) {
            name = name.replace(joined.getKey(), joined.getValue());
        }
        return name;
    }
}
